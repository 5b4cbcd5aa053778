import CQLSyntax
import MigrationScripts

/// A rule that looks, and how much its findings matter.
final class ActiveRule: Sendable {
    let rule: LintRule
    let severity: LintSeverity
    /// One of the ways in which it looks.
    let check: LintRule.Check

    init(rule: LintRule, severity: LintSeverity, check: LintRule.Check) {
        self.rule = rule
        self.severity = severity
        self.check = check
    }

    /// The finding for a remark of the rule.
    func finding(_ remark: Remark, file: ScriptFile, source: SourceText?) -> LintFinding {
        var place: ScriptProblem.Place?
        if let source, let range = remark.range { place = ScriptProblem.Place(range, in: source) }
        return LintFinding(
            rule: rule.id, severity: severity, message: remark.message, hint: remark.hint ?? rule.recipe,
            file: file.shownPath, place: place, edits: remark.edits)
    }
}
