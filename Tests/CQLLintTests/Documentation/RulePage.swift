@testable import CQLLint

/// The page of a rule below `Docs/rules`, made of the rule.
struct RulePage {
    let rule: LintRule

    var name: String { "\(rule.id).md" }

    var text: String {
        var text = "# \(rule.id)\n\n\(rule.summary)\n\nSeverity: \(rule.severity.rawValue).\(reach)\n\n"
        text += "## Why\n\n\(rule.explanation)\n\n"
        if let example = rule.example { text += "## Example\n\n```sql\n\(example)\n```\n\n" }
        text += "## What to do\n\n\(rule.recipe)\n\n"
        return text
            + "See [lint.md](../lint.md) for how to set its severity\(canBeSilenced ? " and how to silence it" : "").\n"
    }

    private var canBeSilenced: Bool {
        rule.checks.allSatisfy { check in
            switch check {
            case .statements, .scripts, .folder, .replay, .refusal, .rollback: true
            case .reading, .unreadable, .ignores: false
            }
        }
    }

    private var reach: String {
        let needsReplay = rule.checks.contains { check in
            switch check {
            case .replay, .refusal, .rollback: true
            default: false
            }
        }
        var text = needsReplay ? " It replays the scripts of the folder in the order in which they run." : ""
        if !canBeSilenced { text += " No comment silences it." }
        return text
    }

    /// The list of all pages.
    static var index: String {
        var text = "# Rules of the linter\n\n"
        text +=
            "This page and those of the rules are made from the code: `make docs-rules`. See [lint.md](../lint.md).\n\n"
        text += "| rule | severity | finds |\n|---|---|---|\n"
        for rule in LintRule.all {
            let summary = rule.summary.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            text += "| [`\(rule.id)`](\(rule.id).md) | \(rule.severity.rawValue) | \(summary) |\n"
        }
        return text
    }
}
