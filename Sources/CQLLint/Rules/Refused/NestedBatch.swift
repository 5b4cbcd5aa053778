import CQLSyntax

extension LintRule {
    /// `nested-batch`
    static let nestedBatch = LintRule(
        "nested-batch", .error,
        "A BATCH stands in another one.",
        explanation: "The grammar knows INSERT, UPDATE and DELETE in a batch, and nothing else.",
        recipe: "End the first batch with `APPLY BATCH;`, or write all modifications into one.",
        example: """
            BEGIN BATCH
            INSERT INTO users (id) VALUES (1);
            BEGIN BATCH
            INSERT INTO users (id) VALUES (2);
            APPLY BATCH;
            APPLY BATCH;
            """,
        check: .script { script in
            // A batch in which another one begins has no end of its own to the splitter.
            script.parsed.diagnostics.filter { $0.code == .unterminatedBatch }.compactMap { diagnostic in
                let words = script.parsed.lexed.tokens.filter {
                    $0.kind == .identifier && $0.range.lowerBound > diagnostic.range.lowerBound
                }
                guard let inner = words.firstIndex(where: { $0.keyword == .begin }) else { return nil }
                let next = words[(inner + 1)...].prefix { $0.keyword != .begin }
                // Both are ended behind it; with one end only it is rather the first that nobody has ended.
                guard next.count(where: { $0.keyword == .apply }) > 1 else { return nil }
                return Remark(words[inner].range, "A batch cannot stand in a batch.")
            }
        }
    )
}
