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

    mutating func apply(to findings: [LintFinding]) -> [LintFinding] {
        guard !reviews.isEmpty else { return findings }
        let ignores = Dictionary(reviews.map { ($0.file.shownPath, $0.ignores) }) { first, _ in first }
        let left = findings.filter { finding in
            guard let file = finding.file, let comments = ignores[file], canBeSilenced(finding.rule) else {
                return true
            }
            var isSilenced = false
            for comment in comments where comment.rules.contains(finding.rule) {
                if let scope = comment.scope {
                    guard let start = finding.place?.range.lowerBound, scope.contains(start) else { continue }
                }
                used[file, default: [:]][comment.range, default: []].insert(finding.rule)
                isSilenced = true
            }
            return !isSilenced
        }
        return left + reviews.flatMap(remarks)
    }

    /// What stops `migrate` cannot be wished away, and who silences must be heard.
    private func canBeSilenced(_ id: String) -> Bool {
        let checks = rules.first { $0.id == id }?.checks ?? []
        return !checks.isEmpty
            && checks.allSatisfy { check in
                switch check {
                case .statement, .script, .folder, .replay, .refusal: true
                case .reading, .unreadable, .ignores: false
                }
            }
    }

    private func remarks(of review: ScriptReview) -> [LintFinding] {
        var findings: [LintFinding] = []
        func add(_ id: String, _ comment: IgnoreComment, _ message: String, hint: String? = nil) {
            guard let rule = active.byID[id] else { return }
            let remark = Remark(comment.range, message, hint: hint)
            findings.append(rule.finding(remark, file: review.file, source: review.source))
        }
        for comment in review.ignores {
            if comment.rules.isEmpty {
                add(LintRule.unusedIgnore.id, comment, "The comment names no rule and silences none.")
            }
            if comment.reason.isEmpty {
                add(LintRule.ignoreWithoutReason.id, comment, "The comment does not say why it silences a rule.")
            }
            for id in comment.rules {
                guard rules.contains(where: { $0.id == id }) else {
                    let near = EditDistance.nearest(to: id, among: rules.map(\.id))
                    add(
                        LintRule.unusedIgnore.id, comment, "There is no rule `\(id)`.",
                        hint: near.map { "Did you mean `\($0)`?" })
                    continue
                }
                guard canBeSilenced(id) else {
                    add(LintRule.unusedIgnore.id, comment, "The rule `\(id)` cannot be silenced by a comment.")
                    continue
                }
                // A rule that does not look finds nothing, and that says nothing of the comment.
                guard active.byID[id] != nil else { continue }
                guard used[review.file.shownPath]?[comment.range]?.contains(id) != true else { continue }
                add(
                    LintRule.unusedIgnore.id, comment,
                    comment.isWithoutStatement
                        ? "No statement follows the comment that it could silence `\(id)` for."
                        : "The comment silences `\(id)`, which finds nothing here.")
            }
        }
        return findings
    }
}
