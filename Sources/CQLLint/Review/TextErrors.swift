import CQLSyntax
import MigrationScripts

/// Why the text of a script cannot be read as CQL: one finding at the first place, however many there are. A file of
/// another kind is nothing but errors, and one more is no news.
struct TextErrors {
    /// How many further places the finding names.
    private static let noteLimit = 5

    private struct Entry {
        /// The rule that it belongs to.
        let rule: LintRule
        let place: ScriptProblem.Place?
        let message: String
        let hint: String?
    }

    private var entries: [Entry] = []

    /// Takes a problem of reading, if it is one of the text.
    mutating func take(_ problem: ScriptProblem) -> Bool {
        guard let rule = LintRule.ofText(problem.code) else { return false }
        entries.append(Entry(rule: rule, place: problem.place, message: problem.message, hint: problem.hint))
        return true
    }

    /// Adds what is wrong with a statement.
    mutating func add(_ remark: Remark, in source: SourceText) {
        let place = remark.range.map { ScriptProblem.Place($0, in: source) }
        entries.append(Entry(rule: .syntax, place: place, message: remark.message, hint: remark.hint))
    }

    /// The one finding, or none.
    func findings(_ rules: ActiveRules, in read: ReadScript) -> [LintFinding] {
        let sorted = entries.filter { rules.byID[$0.rule.id] != nil }
            .sorted { ($0.place?.range.lowerBound ?? 0) < ($1.place?.range.lowerBound ?? 0) }
        guard let first = sorted.first, let rule = rules.byID[first.rule.id] else { return [] }
        var notes = sorted.dropFirst().prefix(Self.noteLimit).map { entry in
            ScriptProblem.Note(message: entry.message, file: read.file.shownPath, location: entry.place?.start)
        }
        let left = sorted.count - 1 - notes.count
        if left > 0 { notes.append(ScriptProblem.Note(message: "\(left) more places cannot be read.")) }
        return [
            LintFinding(
                rule: rule.rule.id, severity: rule.severity, message: first.message,
                hint: first.hint ?? rule.rule.recipe, file: read.file.shownPath, place: first.place,
                notes: Array(notes))
        ]
    }
}
