/// Finds the definition of an option, or says why there is none.
struct OptionLookup {
    let definition: CommandLineDefinition
    /// Nil while the command has not been seen; options of all commands are known then.
    let command: CommandDefinition?

    /// The option with that long name.
    func option(named name: String) throws(UsageError) -> OptionDefinition {
        let known = candidates
        if let option = try single(known.filter { $0.name == name }, spelling: "--\(name)") { return option }
        if let command { try refuseOptionOfAnother(command) { $0.name == name } }
        let near = NearMiss.closest(to: name, among: known.map(\.name) + ["help", "version"])
        throw unknown("--\(name)", near.map { "--\($0)" })
    }

    /// The option with that short letter.
    func option(letter: Character, in token: String) throws(UsageError) -> OptionDefinition {
        if let option = try single(candidates.filter { $0.short == letter }, spelling: "-\(letter)") { return option }
        if let command { try refuseOptionOfAnother(command) { $0.short == letter } }
        throw unknown(token.count == 2 ? token : "-\(letter) in \(token)", nil)
    }

    /// `-keyspace` would be read as `-k eyspace`; whoever writes it means `--keyspace`.
    func refuseSingleDash(_ token: String) throws(UsageError) {
        let name = String(token.dropFirst().prefix { $0 != "=" })
        guard name.count > 1 else { return }
        let names = candidates.map(\.name) + ["help", "version"]
        if names.contains(name) { throw unknown("-\(name)", "--\(name)") }
    }

    private var candidates: [OptionDefinition] {
        if let command { return definition.options(of: command) }
        return definition.globalOptions + definition.commands.flatMap(\.options)
    }

    /// In front of the command several definitions can share a name; all that matters there is whether a value follows.
    private func single(_ found: [OptionDefinition], spelling: String) throws(UsageError) -> OptionDefinition? {
        if command == nil, found.contains(where: { $0.takesValue != found.first?.takesValue }) {
            throw UsageError(
                .optionBeforeCommand,
                "\(spelling) means different things to different commands and must stand behind the command"
            )
        }
        return found.first
    }

    /// Throws when an option that `command` does not have is one of another command.
    func refuseOptionOfAnother(
        _ command: CommandDefinition,
        _ isMeant: (OptionDefinition) -> Bool
    ) throws(UsageError) {
        var owners: [String] = []
        var spelling = ""
        for other in definition.commands {
            guard let option = other.options.first(where: isMeant) else { continue }
            owners.append(other.name)
            spelling = option.spelling
        }
        guard !owners.isEmpty else { return }
        throw UsageError(
            .optionOfAnotherCommand,
            "\(spelling) belongs to \(owners.joined(separator: ", ")) and means nothing to \(command.name)",
            hint: helpHint
        )
    }

    private func unknown(_ spelling: String, _ near: String?) -> UsageError {
        let suggestion = near.map { "; did you mean \($0)?" } ?? ""
        return UsageError(.unknownOption, "unknown option \(printable(spelling))\(suggestion)", hint: helpHint)
    }

    private var helpHint: String {
        let name = command.map { " \($0.name)" } ?? ""
        return "\(definition.program)\(name) --help lists the options"
    }
}
