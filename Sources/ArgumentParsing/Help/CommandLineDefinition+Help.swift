extension CommandLineDefinition {
    /// The general help: the commands by group, the global options, the exit codes.
    ///
    /// - Parameter width: columns of the terminal; less than 40 counts as 40.
    public func help(width: Int = 100) -> String {
        var help = HelpText(width: width)
        help.paragraph("\(program): \(summary)")
        help.gap()
        help.line("Usage: \(program) COMMAND [OPTIONS]")
        let labelWidth = HelpText.labelWidth(commands.map(\.name))
        for group in Self.inOrder(commands.map(\.group)) {
            help.gap()
            help.line(group)
            let members = commands.filter { $0.group == group }
            help.rows(members.map { ($0.name, $0.summary) }, labelWidth: labelWidth)
        }
        options(globalOptions, into: &help)
        exitCodes(exitCodes, into: &help)
        help.gap()
        help.paragraph("Options work before and behind the command. '\(program) COMMAND --help' explains a command.")
        return help.text
    }

    /// The help of one command: examples first, then usage, arguments, options by section, exit codes.
    ///
    /// - Parameter width: columns of the terminal; less than 40 counts as 40.
    public func help(for command: CommandDefinition, width: Int = 100) -> String {
        var help = HelpText(width: width)
        help.paragraph("\(program) \(command.name): \(command.summary)")
        if !command.examples.isEmpty {
            help.gap()
            help.line("Examples")
            for example in command.examples {
                help.line(example.commandLine, indent: 2)
                help.paragraph(example.explanation, indent: 6)
            }
        }
        help.gap()
        help.line("Usage: \(usageLine(of: command))")
        for paragraph in Self.paragraphs(command.discussion) {
            help.gap()
            help.paragraph(paragraph)
        }
        if !command.positionals.isEmpty {
            help.gap()
            help.line("Arguments")
            let rows = command.positionals.map {
                (label: $0.isRepeated ? "\($0.name)..." : $0.name, explanation: $0.help)
            }
            help.rows(rows, labelWidth: HelpText.labelWidth(rows.map(\.label)))
        }
        options(options(of: command), into: &help)
        exitCodes(command.exitCodes, into: &help)
        return help.text
    }

    /// How the command is called, for example `cqlmig new DESCRIPTION [OPTIONS]`.
    public func usageLine(of command: CommandDefinition) -> String {
        ([program, command.name] + command.positionals.map(\.usage) + ["[OPTIONS]"]).joined(separator: " ")
    }

    private func options(_ options: [OptionDefinition], into help: inout HelpText) {
        let ending = [("-h, --help", "show this help"), ("    --version", "show the version")]
            .filter { row in !options.contains { row.0.hasSuffix($0.spelling) } }
        let sections = Self.inOrder(options.map(\.section))
        let labelWidth = HelpText.labelWidth(options.map(\.label) + ending.map(\.0))
        for section in sections {
            help.gap()
            help.line(section)
            let rows = options.filter { $0.section == section }.map { (label: $0.label, explanation: $0.explanation) }
            help.rows(rows, labelWidth: labelWidth)
        }
        help.gap()
        help.line("Help")
        help.rows(ending.map { (label: $0.0, explanation: $0.1) }, labelWidth: labelWidth)
    }

    private func exitCodes(_ codes: [ExitCodeDefinition], into help: inout HelpText) {
        guard !codes.isEmpty else { return }
        help.gap()
        help.line("Exit codes")
        let rows = codes.map { (label: String($0.code), explanation: $0.meaning) }
        help.rows(rows, labelWidth: HelpText.labelWidth(rows.map(\.label)))
    }

    private static func inOrder(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Line breaks within a paragraph of the source are no line breaks of the help.
    private static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }
}

extension OptionDefinition {
    /// The left column of the help: `-c, --config PATH`.
    fileprivate var label: String {
        let letter = short.map { "-\($0), " } ?? "    "
        let value = takesValue && !valueText.isEmpty ? " \(valueText)" : ""
        return letter + spelling + value
    }

    /// The right column of the help.
    fileprivate var explanation: String {
        let named = !placeholder.isEmpty && !choices.isEmpty ? " (\(choices.joined(separator: ", ")))" : ""
        return help + named + (defaultText.map { " (default: \($0))" } ?? "")
    }
}
