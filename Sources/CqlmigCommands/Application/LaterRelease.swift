import ArgumentParsing
import Configuration

/// What the documentation of the project speaks of and this release does not have: whoever uses it is told so, rather
/// than that it is a mistake.
struct LaterRelease {
    private let definition: CommandLineDefinition

    init(_ definition: CommandLineDefinition) { self.definition = definition }

    private static let commands = [
        "sync", "import", "copy", "verify", "report", "completion",
    ]

    /// Options by the command they will belong to.
    private static let options: [String: [String]] = [
        "new": ["repeatable", "always"],
        "migrate": ["plan", "plan-file"],
        "status": ["tag", "profiles"],
        "history": ["follow"],
        "rollback": ["tag"],
        "repair": ["checksums"],
    ]

    /// Values of `--allow` by command.
    private static let allowances = ["migrate": ["destructive"], "rollback": ["later"]]

    /// What an error of the command line is really about; nil when it is what it says.
    func complaint(about arguments: [String]) -> Complaint? {
        let options = arguments.prefix { $0 != "--" }
        guard let command = definition.commandName(in: arguments) else { return laterCommand(options) }
        let own = Self.options[command] ?? []
        let settings = SettingDefinition.all.filter { !$0.isSupported && $0.flag != nil }.map(\.name.rawValue)
        for option in options where option.hasPrefix("--") {
            let name = String(option.dropFirst(2).prefix { $0 != "=" })
            if own.contains(name) || settings.contains(name) {
                return Self.complaint("--\(name)", Self.reason(command, name))
            }
        }
        return laterAllowance(command, Array(options))
    }

    private func laterCommand(_ arguments: some Sequence<String>) -> Complaint? {
        guard let word = arguments.first(where: { !$0.hasPrefix("-") }), Self.commands.contains(word) else {
            return nil
        }
        return Complaint(
            code: "unsupported-command", "the command \(word) is not part of this release",
            hint: "\(definition.program) --help lists the commands")
    }

    private func laterAllowance(_ command: String, _ arguments: [String]) -> Complaint? {
        guard let later = Self.allowances[command] else { return nil }
        for (index, option) in arguments.enumerated() where option == "--allow" || option.hasPrefix("--allow=") {
            let value = option == "--allow" ? arguments.dropFirst(index + 1).first ?? "" : String(option.dropFirst(8))
            if let word = value.split(separator: ",").map(String.init).first(where: later.contains) {
                return Self.complaint("--allow \(word)", nil)
            }
        }
        return nil
    }

    private static func reason(_ command: String, _ option: String) -> String? {
        switch (command, option) {
        case ("new", "repeatable"), ("new", "always"): "its 'migrate' refuses \(option) scripts"
        default: nil
        }
    }

    private static func complaint(_ what: String, _ reason: String?) -> Complaint {
        Complaint(
            code: "unsupported-option",
            "\(what) is not supported by this release" + (reason.map { ": \($0)" } ?? ""),
            hint: "leave it out")
    }
}
