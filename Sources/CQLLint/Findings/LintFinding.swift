public import MigrationScripts

/// What a rule has to say of a place in a script.
public struct LintFinding: Hashable, Sendable {
    /// The id of the rule.
    public let rule: String
    /// How much it matters, after the configuration had its say.
    public let severity: LintSeverity
    /// The fact and what follows from it, in full sentences.
    public let message: String
    /// What to do instead.
    public let hint: String?
    /// The file as people see it; nil where no file is to blame.
    public let file: String?
    /// The place in the text of the file; nil where the finding is about the file as a whole.
    public let place: ScriptProblem.Place?
    /// Further remarks, such as where the other one of two is.
    public let notes: [ScriptProblem.Note]
    /// What puts it right without a decision of anybody; none where somebody has to think.
    public let edits: [TextEdit]

    /// Makes a finding of its parts.
    public init(
        rule: String,
        severity: LintSeverity,
        message: String,
        hint: String?,
        file: String?,
        place: ScriptProblem.Place? = nil,
        notes: [ScriptProblem.Note] = [],
        edits: [TextEdit] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.hint = hint
        self.file = file
        self.place = place
        self.notes = notes
        self.edits = edits
    }
}

extension LintFinding: Comparable {
    /// Orders by file, then by place, then by rule; findings about no file come first.
    public static func < (one: LintFinding, other: LintFinding) -> Bool {
        let files = (one.file ?? "", other.file ?? "")
        guard files.0 == files.1 else { return files.0 < files.1 }
        let offsets = (one.place?.range.lowerBound ?? -1, other.place?.range.lowerBound ?? -1)
        guard offsets.0 == offsets.1 else { return offsets.0 < offsets.1 }
        return (one.rule, one.message) < (other.rule, other.message)
    }
}
