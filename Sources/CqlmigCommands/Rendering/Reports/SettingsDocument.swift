import Configuration

/// Every setting and where it comes from. Secrets are masked where the settings are read.
struct SettingsDocument: CommandDocument {
    let settings: Settings

    var data: JSONValue {
        [
            "config": JSONValue(settings.file),
            "profile": JSONValue(settings.profile),
            "settings": .array(
                settings.origins.map { origin in
                    [
                        "name": .string(origin.setting.rawValue),
                        "value": JSONValue(origin.value),
                        "source": .string(origin.source.description),
                        "unresolved": JSONValue(origin.unresolved),
                    ]
                }),
        ]
    }

    func text(on page: Page) -> String {
        var table = TextTable([.init("SETTING"), .init("VALUE"), .init("FROM")])
        for origin in settings.origins {
            let value = origin.unresolved.map { TextTable.Cell("(\($0))", .warning) }
            table.add([
                .init(origin.setting.rawValue), value ?? TextTable.Cell(origin.value ?? "-"),
                .init(origin.source.description, origin.source == .default ? .faint : nil),
            ])
        }
        return table.text(on: page)
    }
}
