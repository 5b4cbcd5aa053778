import CQLSyntax
import Digest

/// What came of reading one file: a script that may run, or what is wrong with it.
public struct ReadScript: Hashable, Sendable {
    /// The file.
    public let file: ScriptFile
    /// The script.
    ///
    /// With errors among ``problems`` it is there all the same, as far as it could be read, for whoever has more to say
    /// about it; it must not be run then. Nil where there is nothing to read.
    public let script: MigrationScript?
    /// What is wrong with it, in the order of the text.
    public let problems: [ScriptProblem]

    /// Makes one for a file that could not be read.
    init(file: ScriptFile, problem: ScriptProblem) {
        self.file = file
        script = nil
        problems = [problem]
    }

    /// Reads the bytes of a file as a script.
    ///
    /// Takes any bytes; depends on nothing else, so that files can be read in any order and on any thread.
    public init(file: ScriptFile, bytes: [UInt8]) {
        self.init(file: file, source: SourceText(name: file.shownPath, bytes: bytes))
    }

    private init(file: ScriptFile, source: SourceText) {
        self.file = file
        guard source.encodingDiagnostics.isEmpty else {
            // In a file of another encoding every character would be a problem of its own.
            script = nil
            problems = source.encodingDiagnostics.map { ScriptProblem($0, in: source) }
            return
        }
        let parsed = ParsedScript(source)
        let found = ScriptRules(parsed, kind: file.name.kind).diagnostics.map { ScriptProblem($0, in: source) }
        do throws(DigestError) {
            script = try MigrationScript(parsed, file: file)
            problems = found.sorted()
        } catch {
            script = nil
            problems = found.sorted() + [ScriptProblem(.digest, error.description, file: file.shownPath)]
        }
    }

    /// Whether there is a script and nothing forbids to run it.
    public var isRunnable: Bool {
        script != nil && !problems.contains { $0.severity == .error }
    }
}
