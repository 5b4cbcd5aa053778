/// Gives the arguments of a command line the names that the command has for them.
struct PositionalBinding {
    let definition: CommandLineDefinition
    let command: CommandDefinition

    /// The arguments by name; an error when one is missing or left over.
    func bind(_ arguments: [String]) throws(UsageError) -> [String: [String]] {
        var rest = arguments[...]
        var bound: [String: [String]] = [:]
        for positional in command.positionals {
            let taken = positional.isRepeated ? rest : rest.prefix(1)
            rest = rest.dropFirst(taken.count)
            if taken.isEmpty {
                guard positional.isOptional else { throw missing(positional) }
            } else {
                bound[positional.name] = Array(taken)
            }
        }
        if let extra = rest.first { throw unexpected(extra) }
        return bound
    }

    private func missing(_ positional: PositionalDefinition) -> UsageError {
        UsageError(
            .missingArgument,
            "\(command.name) needs \(positional.name): \(positional.help)",
            hint: "usage: \(usageLine)"
        )
    }

    private func unexpected(_ argument: String) -> UsageError {
        let takes: String
        switch command.positionals.count {
        case 0: takes = "takes no arguments"
        case 1: takes = "takes one argument; a text with spaces needs quotes"
        case let count: takes = "takes \(count) arguments at most"
        }
        return UsageError(
            .unexpectedArgument,
            "unexpected argument \(quoted(argument)): \(command.name) \(takes)",
            hint: "usage: \(usageLine)"
        )
    }

    private var usageLine: String { definition.usageLine(of: command) }
}
