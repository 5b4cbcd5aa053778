extension CommandLineDefinition {
    /// What is wrong with the table itself, as sentences; empty when nothing is.
    ///
    /// For a test of whoever writes the table: parsing takes the table as it is.
    public var faults: [String] {
        let names = commands.map(\.name)
        var faults = Self.repeated(names).map { "two commands are called \($0)" }
        for name in names where names.contains(where: { $0.hasPrefix("\(name) ") }) {
            faults.append("\(name) is a command and also the beginning of one")
        }
        return faults + commands.flatMap { self.faults(of: $0) }
    }

    private func faults(of command: CommandDefinition) -> [String] {
        let options = options(of: command)
        var faults = Self.repeated(options.map(\.name)).map { "has the option --\($0) twice" }
        faults += Self.repeated(options.compactMap { $0.short.map(String.init) }).map { "has the letter -\($0) twice" }
        if options.contains(where: { $0.short == "h" || $0.name == "help" }) { faults.append("has an option for help") }
        for option in options where option.takesValue && option.valueText.isEmpty {
            faults.append("does not say what follows \(option.spelling)")
        }
        for name in command.exclusiveOptions.joined() where !options.contains(where: { $0.name == name }) {
            faults.append("excludes --\(name), which it does not have")
        }
        if command.positionals.dropLast().contains(where: \.isRepeated) {
            faults.append("has an argument behind one that takes all")
        }
        let firstOptional = command.positionals.firstIndex(where: \.isOptional) ?? command.positionals.endIndex
        if command.positionals[firstOptional...].contains(where: { !$0.isOptional }) {
            faults.append("has an argument that must be given behind one that need not")
        }
        return faults.map { "\(command.name) \($0)" }
    }

    private static func repeated(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { !seen.insert($0).inserted }
    }
}
