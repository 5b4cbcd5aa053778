import CQLSyntax
import MigrationScripts

/// Takes away what comments in the scripts silence, and says which of these comments are not in order.
struct Silence {
    private let reviews: [ScriptReview]
    private let rules: [LintRule]
    private let active: ActiveRules
    /// The rules that silenced something, by file and comment.
    private var used: [String: [Range<Int>: Set<String>]] = [:]

    init(_ reviews: [ScriptReview], rules: [LintRule], active: ActiveRules) {
        self.reviews = reviews.filter { !$0.ignores.isEmpty }
        self.rules = rules
        self.active = active
    }

    /// What is left of findings, with what is wrong with the comments, and what they took away.
    mutating func apply(to findings: [LintFinding]) -> (findings: [LintFinding], silenced: [LintReport.Silenced]) {
        guard !reviews.isEmpty else { return (findings, []) }
        let ignores = Dictionary(reviews.map { ($0.file.shownPath, $0.ignores) }) { first, _ in first }
        var silenced: [LintReport.Silenced] = []
        let left = findings.filter { finding in
            guard let file = finding.file, let comments = ignores[file], canBeSilenced(finding.rule) else {
                return true
            }
            var first: IgnoreComment?
            for comment in comments
            where comment.rules.contains(finding.rule) && comment.covers(finding.place?.range.lowerBound) {
                used[file, default: [:]][comment.range, default: []].insert(finding.rule)
                first = first ?? comment
            }
            guard let first else { return true }
            silenced.append(LintReport.Silenced(finding, reason: first.reason))
            return false
        }
        return (left + reviews.flatMap(remarks(on:)), silenced)
    }

    /// What stops `migrate` cannot be wished away, and who silences must be heard.
    private func canBeSilenced(_ id: String) -> Bool {
        let checks = rules.first { $0.id == id }?.checks ?? []
        return !checks.isEmpty
            && checks.allSatisfy { check in
                switch check {
                case .statements, .scripts, .folder, .replay, .refusal, .rollback: true
                case .reading, .unreadable, .ignores: false
                }
            }
    }

    private func remarks(on review: ScriptReview) -> [LintFinding] {
        review.ignores.flatMap { comment in
            faults(of: comment, in: review).compactMap { rule, message, hint in
                active.byID[rule.id].map {
                    $0.finding(Remark(comment.range, message, hint: hint), file: review.file, source: review.source)
                }
            }
        }
    }

    private typealias Fault = (rule: LintRule, message: String, hint: String?)

    private func faults(of comment: IgnoreComment, in review: ScriptReview) -> [Fault] {
        if case .unknownWord(let word) = comment.scope {
            return [
                (
                    .unusedIgnore, "`\(word)` is no word of the linter's, and the comment silences nothing.",
                    "Write `-- cqlmig:ignore RULE -- reason`, or `cqlmig:ignore-file` for the whole file."
                )
            ]
        }
        var faults: [Fault] = []
        if comment.rules.isEmpty {
            faults.append((.unusedIgnore, "The comment names no rule and silences none.", nil))
        }
        if comment.reason.isEmpty {
            faults.append((.ignoreWithoutReason, "The comment does not say why it silences a rule.", nil))
        }
        return faults + comment.rules.compactMap { fault(of: $0, in: comment, review) }
    }

    private func fault(of id: String, in comment: IgnoreComment, _ review: ScriptReview) -> Fault? {
        guard rules.contains(where: { $0.id == id }) else {
            let near = EditDistance.nearest(to: id, among: rules.map(\.id))
            return (.unusedIgnore, "There is no rule `\(id)`.", near.map { "Did you mean `\($0)`?" })
        }
        guard canBeSilenced(id) else {
            return (.unusedIgnore, "The rule `\(id)` cannot be silenced by a comment.", nil)
        }
        // A rule that does not look finds nothing, and that says nothing of the comment.
        guard active.byID[id] != nil, used[review.file.shownPath]?[comment.range]?.contains(id) != true else {
            return nil
        }
        let message =
            comment.scope == .nothing
            ? "No statement follows the comment that it could silence `\(id)` for."
            : "The comment silences `\(id)`, which finds nothing here."
        return (.unusedIgnore, message, nil)
    }
}
