/// Holds what was found against the definition of the command: which options, how often, which values, which arguments.
struct OptionBinding {
    let definition: CommandLineDefinition
    let command: CommandDefinition

    /// The command line, or the first thing that is wrong with it.
    func bind(
        _ occurrences: [CommandLineScan.Occurrence],
        arguments: [String]
    ) throws(UsageError) -> ParsedCommandLine {
        var given: [String: ParsedCommandLine.Given] = [:]
        for occurrence in occurrences {
            let option = try option(of: occurrence)
            var entry = given[option.name] ?? .init(spelling: occurrence.spelling, count: 0, values: [])
            entry.count += 1
            entry.values += try values(of: occurrence, option)
            if option.kind == .value, entry.count > 1 {
                throw UsageError(.repeatedOption, "\(option.spelling) is given twice, and takes one value")
            }
            given[option.name] = entry
        }
        try refuseExclusive(given)
        return ParsedCommandLine(
            command: command,
            arguments: arguments,
            given: given,
            argumentsByName: try PositionalBinding(definition: definition, command: command).bind(arguments)
        )
    }

    /// The option as this command defines it: in front of the command another command's may have been found.
    private func option(of occurrence: CommandLineScan.Occurrence) throws(UsageError) -> OptionDefinition {
        let lookup = OptionLookup(definition: definition, command: command)
        let option = try lookup.option(named: occurrence.name)
        guard option.takesValue == (occurrence.value != nil) else {
            throw UsageError(
                .optionBeforeCommand,
                "\(occurrence.spelling) means different things to different commands and must stand behind the command"
            )
        }
        return option
    }

    private func values(
        of occurrence: CommandLineScan.Occurrence,
        _ option: OptionDefinition
    ) throws(UsageError) -> [String] {
        guard let value = occurrence.value else { return [] }
        let values =
            option.kind == .list
            ? value.split(separator: ",", omittingEmptySubsequences: false).map(trimmed) : [value]
        for value in values {
            if option.kind == .list, value.isEmpty {
                throw UsageError(
                    .emptyItem, "\(occurrence.spelling) \(quoted(occurrence.value ?? "")) has an empty item")
            }
            if !option.choices.isEmpty, !option.choices.contains(value) {
                throw notAChoice(value, option, spelling: occurrence.spelling)
            }
        }
        return values
    }

    private func notAChoice(_ value: String, _ option: OptionDefinition, spelling: String) -> UsageError {
        let near = NearMiss.closest(to: value, among: option.choices)
        return UsageError(
            .invalidChoice,
            "\(spelling) must be \(alternatives(option.choices)), not \(quoted(value))"
                + (near.map { "; did you mean \($0)?" } ?? "")
        )
    }

    private func refuseExclusive(_ given: [String: ParsedCommandLine.Given]) throws(UsageError) {
        for group in command.exclusiveOptions {
            let present = group.compactMap { given[$0]?.spelling }
            guard present.count > 1 else { continue }
            throw UsageError(
                .exclusiveOptions,
                "\(present.joined(separator: " and ")) exclude each other",
                hint: "give only one of them"
            )
        }
    }
}
