/// Keeps the first problems of a text that is nothing but problems, so that a file of another kind costs no memory.
struct DiagnosticCollector {
    /// More than anybody reads.
    static let limit = 100

    private var kept: [Diagnostic] = []
    private var dropped = 0

    mutating func add(_ diagnostic: Diagnostic) {
        if kept.count < Self.limit { kept.append(diagnostic) } else { dropped += 1 }
    }

    /// The problems kept, the last of them with a note on how many more there are.
    var diagnostics: [Diagnostic] {
        guard dropped > 0, let last = kept.last else { return kept }
        let note = Diagnostic.Note("\(dropped) more problems behind this one are not listed.")
        return kept.dropLast() + [last.adding(note)]
    }
}

extension Diagnostic {
    /// The same diagnostic with one more remark.
    func adding(_ note: Note) -> Diagnostic {
        Diagnostic(code, message, range: range, severity: severity, hint: hint, notes: notes + [note])
    }
}
