extension SettingDefinition {
    /// The table of the supported settings as Markdown, one table per section, for the documentation.
    public static func markdown() -> String {
        Section.allCases.map(markdown).joined(separator: "\n")
    }

    private static func markdown(_ section: Section) -> String {
        var text = "### \(section.rawValue)\n\n| flag | variable | key in `cqlmig.yml` | value | default | meaning |\n"
        text += "|---|---|---|---|---|---|\n"
        for definition in all where definition.section == section && definition.isSupported {
            let cells = [
                definition.flagText.map { "`\(escaped($0))`" } ?? "",
                "`\(definition.environmentVariable)`",
                definition.key.map { "`\($0)`" } ?? "",
                escaped(definition.type.description),
                definition.defaultValue.map { "`\(escaped($0))`" } ?? escaped(definition.defaultNote ?? "none"),
                escaped(definition.help),
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }

    /// How the option is written, for example `-k, --keyspace LIST`; nil when there is none.
    private var flagText: String? {
        let (letter, value): (Character?, String)
        switch flag {
        case .plain(let short), .counted(let short): (letter, value) = (short, "")
        case .value(let placeholder, let short), .list(let placeholder, let short):
            (letter, value) = (short, " \(placeholder)")
        case nil: return nil
        }
        return (letter.map { "-\($0), " } ?? "") + "--\(name.rawValue)" + value
    }

    /// A bar ends a cell, even inside code.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
