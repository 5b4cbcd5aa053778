/// How a command ended.
struct CommandResult: Sendable {
    let document: any CommandDocument
    var exit = ExitCode.done
    var errors: [Complaint] = []
    var warnings: [Complaint] = []
    /// Whether the document is printed already.
    var isPrinted = false

    init(
        _ document: any CommandDocument, exit: ExitCode = .done, errors: [Complaint] = [], warnings: [Complaint] = [],
        isPrinted: Bool = false
    ) {
        self.isPrinted = isPrinted
        self.document = document
        self.exit = exit
        self.errors = errors
        self.warnings = warnings
    }
}
