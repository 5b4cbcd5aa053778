import Digest

/// What a set needs to know of a file: little enough to be kept for each of thousands.
struct ScriptCandidate: Sendable {
    let outline: ScriptOutline
    let problems: [ScriptProblem]
    /// Nil where one of the problems is an error.
    let script: MigrationScript?

    init(_ read: ReadScript) {
        outline = ScriptOutline(read)
        do throws(DigestError) {
            script = try MigrationScript(read)
            problems = read.problems
        } catch {
            script = nil
            problems = read.problems + [ScriptProblem(.digest, error.description, file: nil)]
        }
    }
}
