import CQLLint

/// The rules of the linter, for `--list` and `--explain`.
struct LintRulesDocument: CommandDocument {
    let rules: [LintRule]
    var isList = false

    var data: JSONValue {
        [
            "rules": .array(
                rules.map { rule in
                    [
                        "rule": .string(rule.id),
                        "severity": .string(rule.severity.rawValue),
                        "summary": .string(rule.summary),
                        "explanation": .string(rule.explanation),
                        "recipe": .string(rule.recipe),
                        "example": JSONValue(rule.example),
                    ]
                })
        ]
    }

    func text(on page: Page) -> String {
        guard isList else { return rules.map { Self.explanation($0, page) }.joined(separator: "\n") }
        let ids = rules.map(\.id.count).max() ?? 0
        return rules.map { rule in
            let padding = String(repeating: " ", count: ids - rule.id.count)
            let level = rule.severity.rawValue
            return "\(rule.id)\(padding)  \(level)\(String(repeating: " ", count: 7 - level.count))  \(rule.summary)\n"
        }.joined()
    }

    private static func explanation(_ rule: LintRule, _ page: Page) -> String {
        var text = "\(page.style.paint(rule.id, .heading)) (\(rule.severity.rawValue))\n\n"
        text += "\(rule.summary)\n\n\(rule.explanation)\n\n"
        if let example = rule.example {
            text += "For example:\n\n"
            for line in example.split(separator: "\n", omittingEmptySubsequences: false) { text += "    \(line)\n" }
            text += "\n"
        }
        return text + "What to do: \(rule.recipe)\n"
    }
}
