/// One walk over the arguments: it tells options, values, command words and arguments from each other.
///
/// The command decides which options there are, but may stand behind some of them. In front of the command an option is
/// therefore looked up among those of all commands, and looked at again once the command is known.
struct CommandLineScan {
    /// One option as it stands on the command line.
    struct Occurrence {
        var name: String
        var spelling: String
        var value: String?
    }

    private enum Token {
        case option(Occurrence)
        case helpRequest
        case versionRequest
    }

    let definition: CommandLineDefinition
    private var command: CommandDefinition?
    /// Words that can still become a command of two words.
    private var commandWords: [String] = []
    private var occurrences: [Occurrence] = []
    private var arguments: [String] = []
    private var asksForHelp = false
    private var asksForVersion = false

    init(definition: CommandLineDefinition) {
        self.definition = definition
    }

    /// Reads the whole command line.
    consuming func parse(_ tokens: [String]) throws(UsageError) -> CommandLineRequest {
        try scan(tokens)
        if asksForHelp { return .help(command) }
        if asksForVersion { return .version }
        guard let command else {
            guard commandWords.isEmpty else { throw incompleteCommand() }
            return .nothing
        }
        return .run(
            try OptionBinding(definition: definition, command: command).bind(occurrences, arguments: arguments)
        )
    }

    /// The command that a request for help is about; everything that is wrong with the options is passed over.
    consuming func commandForHelp(_ tokens: [String]) throws(UsageError) -> CommandDefinition? {
        var rest = tokens[...]
        while command == nil, let token = rest.popFirst(), token != "--" {
            if isOption(token) {
                // What an unknown option takes is unknown too: the next word is then read as the command.
                _ = try? takeOption(token, rest: &rest)
            } else {
                try takeWord(token)
            }
        }
        return command
    }

    private mutating func scan(_ tokens: [String]) throws(UsageError) {
        var rest = tokens[...]
        var optionsEnded = false
        while let token = rest.popFirst() {
            if !optionsEnded, token == "--" {
                optionsEnded = true
            } else if !optionsEnded, isOption(token) {
                for found in try takeOption(token, rest: &rest) {
                    switch found {
                    case .option(let occurrence): occurrences.append(occurrence)
                    case .helpRequest: asksForHelp = true
                    case .versionRequest: asksForVersion = true
                    }
                }
            } else {
                try takeWord(token)
            }
        }
    }

    private func isOption(_ token: String) -> Bool { token.hasPrefix("-") && token != "-" }

    // MARK: Words

    private mutating func takeWord(_ word: String) throws(UsageError) {
        guard command == nil else {
            arguments.append(word)
            return
        }
        if commandWords.isEmpty, word == "help", definition.command(named: word) == nil {
            asksForHelp = true
            return
        }
        commandWords.append(word)
        let name = commandWords.joined(separator: " ")
        if let found = definition.command(named: name) {
            command = found
        } else if !definition.commands.contains(where: { $0.name.hasPrefix("\(name) ") }) {
            throw unknownCommand(name)
        }
    }

    private func unknownCommand(_ name: String) -> UsageError {
        let near = NearMiss.closest(to: name, among: definition.commands.map(\.name))
        return UsageError(
            .unknownCommand,
            "unknown command \(quoted(name))" + (near.map { "; did you mean \(quoted($0))?" } ?? ""),
            hint: "\(definition.program) --help lists the commands"
        )
    }

    private func incompleteCommand() -> UsageError {
        let prefix = commandWords.joined(separator: " ")
        let names = definition.commands.map(\.name).filter { $0.hasPrefix("\(prefix) ") }
        return UsageError(
            .unknownCommand,
            "\(quoted(prefix)) is only the beginning of a command: \(names.map(quoted).joined(separator: ", "))",
            hint: "\(definition.program) --help lists the commands"
        )
    }

    // MARK: Options

    private func takeOption(_ token: String, rest: inout ArraySlice<String>) throws(UsageError) -> [Token] {
        let lookup = OptionLookup(definition: definition, command: command)
        guard token.hasPrefix("--") else {
            return try takeLetters(token, lookup, rest: &rest)
        }
        let body = token.dropFirst(2)
        let name = String(body.prefix { $0 != "=" })
        let attached = body.count == name.count ? nil : String(body.dropFirst(name.count + 1))
        let isVersion = name == "version" && command?.options.contains { $0.name == "version" } != true
        if name == "help" || isVersion {
            guard attached == nil else { throw Self.valueForFlag("--\(name)") }
            return [name == "help" ? .helpRequest : .versionRequest]
        }
        let option = try lookup.option(named: name)
        guard option.takesValue else {
            guard attached == nil else { throw Self.valueForFlag(option.spelling) }
            return [.option(Occurrence(name: name, spelling: option.spelling, value: nil))]
        }
        let value: String
        if let attached {
            value = attached
        } else {
            value = try takeValue(of: option, spelling: option.spelling, rest: &rest)
        }
        return [.option(Occurrence(name: name, spelling: option.spelling, value: value))]
    }

    private func takeLetters(
        _ token: String,
        _ lookup: OptionLookup,
        rest: inout ArraySlice<String>
    ) throws(UsageError) -> [Token] {
        try lookup.refuseSingleDash(token)
        var found: [Token] = []
        var letters = token.dropFirst()
        while let letter = letters.popFirst() {
            if letter == "h" {
                found.append(.helpRequest)
                continue
            }
            let option = try lookup.option(letter: letter, in: token)
            let spelling = "-\(letter)"
            guard option.takesValue else {
                guard letters.first != "=" else { throw Self.valueForFlag(spelling) }
                found.append(.option(Occurrence(name: option.name, spelling: spelling, value: nil)))
                continue
            }
            let value: String
            if letters.isEmpty {
                value = try takeValue(of: option, spelling: spelling, rest: &rest)
            } else {
                value = String(letters.first == "=" ? letters.dropFirst() : letters)
            }
            found.append(.option(Occurrence(name: option.name, spelling: spelling, value: value)))
            break
        }
        return found
    }

    private func takeValue(
        of option: OptionDefinition,
        spelling: String,
        rest: inout ArraySlice<String>
    ) throws(UsageError) -> String {
        guard let next = rest.first, !isOption(next) || Int(next) != nil else {
            let what = option.valueText.isEmpty ? "a value" : "a value: \(spelling) \(option.valueText)"
            throw UsageError(
                .missingValue,
                "\(spelling) needs \(what)",
                hint: rest.isEmpty ? nil : "a value that begins with a dash is written \(option.spelling)=VALUE"
            )
        }
        rest.removeFirst()
        return next
    }

    private static func valueForFlag(_ spelling: String) -> UsageError {
        UsageError(.unexpectedValue, "\(spelling) takes no value", hint: "write \(spelling) alone, or leave it out")
    }
}
