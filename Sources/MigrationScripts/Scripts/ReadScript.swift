public import CQLSyntax

/// What came of reading one file: its statements and everything that is wrong with it.
public struct ReadScript: Hashable, Sendable {
    /// The file.
    public let file: ScriptFile
    /// What was read; nil where there is nothing to read, since the file cannot be opened or is not UTF-8.
    ///
    /// With errors among ``problems`` it is there all the same, for whoever has more to say about it.
    public let parsed: ParsedScript?
    /// What is wrong with it, in the order of the text.
    public let problems: [ScriptProblem]

    /// Makes one for a file that could not be read.
    init(file: ScriptFile, problem: ScriptProblem) {
        self.file = file
        parsed = nil
        problems = [problem]
    }

    /// Reads the bytes of a file as a script.
    ///
    /// Takes any bytes, and depends on nothing else, so that files can be read in any order and on any thread.
    public init(file: ScriptFile, bytes: [UInt8]) {
        self.file = file
        let source = SourceText(name: file.shownPath, bytes: bytes)
        guard source.encodingDiagnostics.isEmpty else {
            // In a file of another encoding every character would be a problem of its own.
            parsed = nil
            problems = source.encodingDiagnostics.map { ScriptProblem($0, in: source) }
            return
        }
        let parsed = ParsedScript(source)
        self.parsed = parsed
        problems = ScriptRules(parsed, kind: file.name.kind).diagnostics.map { ScriptProblem($0, in: source) }.sorted()
    }

    /// Whether nothing forbids to run it.
    public var isRunnable: Bool {
        parsed != nil && !problems.contains { $0.severity == .error }
    }
}
