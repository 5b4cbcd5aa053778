import Configuration

/// Prints how a command ended, and finds the status that says so.
struct Report {
    private let surroundings: Surroundings
    private let output: OutputSettings

    init(_ surroundings: Surroundings, _ output: OutputSettings) {
        self.surroundings = surroundings
        self.output = output
    }

    /// Prints the end of a command.
    ///
    /// - Parameter shown: Warnings that came up meanwhile; in text they have been shown already.
    func print(
        _ ending: Result<CommandResult, CommandFailure>, of command: String?, _ shown: [Complaint] = []
    ) -> Int32 {
        switch ending {
        case .success(let result) where result.isPrinted: return status(result.exit)
        case .success(let result):
            guard !output.json else {
                return print(
                    Envelope(
                        command: command, exit: result.exit, data: result.document.data, errors: result.errors,
                        warnings: shown + result.warnings))
            }
            if !output.quiet { printComplaints(result.warnings) }
            surroundings.output.write(result.document.text(on: outputPage))
            printComplaints(result.errors)
            return status(result.exit)
        case .failure(let failure):
            guard !output.json else {
                let errors = failure.complaints.filter { $0.severity == .error }
                let warnings = failure.complaints.filter { $0.severity == .warning }
                return print(
                    Envelope(
                        command: command, exit: failure.exit, data: .null, errors: errors,
                        warnings: shown + warnings))
            }
            printComplaints(failure.complaints)
            return status(failure.exit)
        }
    }

    /// Prints a failure that came before the command began.
    func print(_ failure: CommandFailure, of command: String?) -> Int32 { print(.failure(failure), of: command) }

    /// The status of the process, which tells as well when the results could not be written.
    func status(_ exit: ExitCode) -> Int32 {
        guard let failure = surroundings.output.failure else { return exit.status }
        printComplaints([
            Complaint(
                code: "output-failed", "standard output could not be written: \(failure)",
                hint: exit == .done || exit == .finding
                    ? "the command itself came to its end: see 'cqlmig status'" : nil)
        ])
        // What is wrong with the cluster or the files counts for more than who did not listen.
        return exit == .done || exit == .finding ? ExitCode.local.status : exit.status
    }

    private func print(_ envelope: Envelope) -> Int32 {
        surroundings.output.write(envelope.document.text + "\n")
        if surroundings.output.failure != nil { printComplaints(envelope.errors) }
        return status(envelope.exit)
    }

    private func printComplaints(_ complaints: [Complaint]) {
        let style = Style(isColored: isColored(surroundings.terminal.showsErrors))
        surroundings.errors.write(complaints.map { $0.text(style) }.joined(separator: "\n"))
    }

    private var outputPage: Page {
        let isTerminal = surroundings.terminal.showsOutput
        return Page(
            style: Style(isColored: isColored(isTerminal)),
            columns: isTerminal ? surroundings.terminal.columns : nil)
    }

    private func isColored(_ isTerminal: Bool) -> Bool {
        ColorDecision(choice: output.color, environment: surroundings.environment).isColored(isTerminal: isTerminal)
    }
}
