import ArgumentParsing
import Configuration

/// The options that give settings, made from the one table of the settings.
enum SettingOptions {
    /// Options that every command takes.
    static let global = options(of: [.configuration, .output])

    /// Options of the commands that connect.
    static let connecting = passwordInput(in: options(of: [.connection, .migrations, .coordination]))

    /// The folder of the migrations alone.
    static let directory = options(of: [.migrations]).filter { $0.name == SettingName.directory.rawValue }

    /// The option that reads the password from standard input.
    static let passwordStandardInput = "password-stdin"

    private static func options(of sections: [SettingDefinition.Section]) -> [OptionDefinition] {
        sections.flatMap { section in
            SettingDefinition.all.filter { $0.section == section && $0.isSupported }.compactMap(OptionDefinition.init)
        }
    }

    /// It stands behind the other way to give the password, and is no setting: nothing of it is kept.
    private static func passwordInput(in options: [OptionDefinition]) -> [OptionDefinition] {
        options.flatMap { option in
            option.name != SettingName.passwordFile.rawValue
                ? [option]
                : [
                    option,
                    .flag(passwordStandardInput, section: option.section, "Read the password from standard input"),
                ]
        }
    }

    /// The settings that a command line gives.
    static func given(_ line: ParsedCommandLine) -> [GivenFlag] {
        SettingDefinition.all.compactMap { definition in
            let name = definition.name.rawValue
            guard let flag = definition.flag, let spelling = line.spelling(of: name) else { return nil }
            let values: [String] =
                switch flag {
                case .plain: ["true"]
                case .counted: [String(min(line.count(name), 3))]
                case .value, .list: line.strings(name)
                }
            return GivenFlag(definition.name, values, spelling: spelling)
        }
    }

    /// What can be told of the output when the command line cannot be understood.
    static func early(_ arguments: [String], _ environment: [String: String]) -> OutputSettings {
        var flags: [GivenFlag] = []
        let options = arguments.prefix { $0 != "--" }
        if options.contains("--json") { flags.append(GivenFlag(.json, ["true"], spelling: "--json")) }
        for (index, option) in options.enumerated() {
            if option == "--color", index + 1 < options.count {
                flags.append(GivenFlag(.color, [options[index + 1]], spelling: "--color"))
            } else if option.hasPrefix("--color=") {
                flags.append(GivenFlag(.color, [String(option.dropFirst(8))], spelling: "--color"))
            }
        }
        return OutputSettings.early(flags: flags, environment: environment)
    }
}

extension OptionDefinition {
    /// The option of a setting; nil when it has none.
    fileprivate init?(_ setting: SettingDefinition) {
        guard let flag = setting.flag else { return nil }
        let section = setting.section.rawValue
        let name = setting.name.rawValue
        switch flag {
        case .plain(let short): self = .flag(name, short: short, section: section, setting.help)
        case .counted(let short): self = .count(name, short: short, section: section, setting.help)
        case .value(let placeholder, let short):
            self = .value(
                name, short: short, placeholder, section: section, setting.help, defaultText: setting.defaultText)
        case .list(let placeholder, let short):
            self = .list(
                name, short: short, placeholder, section: section, setting.help, defaultText: setting.defaultText)
        }
    }
}
