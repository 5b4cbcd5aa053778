/// The words that stand for a kind of object behind CREATE, ALTER and DROP.
struct ObjectSpelling {
    let kind: ObjectKind
    /// The words in upper case, for verbs and messages.
    let phrase: String
    /// The alternatives, each a sequence of words.
    let words: [[Keyword]]
    /// The verbs that go with it in at least one release.
    let verbs: Set<String>

    /// Steps over the words if they stand at the cursor; returns whether they do.
    func isSpelled(_ cursor: inout TokenCursor) -> Bool {
        words.contains { cursor.skip($0) }
    }
}

extension StatementReader {
    static let spellings: [ObjectSpelling] = [
        ObjectSpelling(
            kind: .table, phrase: "TABLE", words: [[.table], [.columnfamily]], verbs: ["CREATE", "ALTER", "DROP"]),
        ObjectSpelling(
            kind: .keyspace, phrase: "KEYSPACE", words: [[.keyspace], [.schema]], verbs: ["CREATE", "ALTER", "DROP"]),
        ObjectSpelling(kind: .type, phrase: "TYPE", words: [[.type]], verbs: ["CREATE", "ALTER", "DROP"]),
        ObjectSpelling(
            kind: .materializedView, phrase: "MATERIALIZED VIEW", words: [[.materialized, .view]],
            verbs: ["CREATE", "ALTER", "DROP"]),
        ObjectSpelling(kind: .role, phrase: "ROLE", words: [[.role]], verbs: ["CREATE", "ALTER", "DROP"]),
        ObjectSpelling(kind: .user, phrase: "USER", words: [[.user]], verbs: ["CREATE", "ALTER", "DROP"]),
        ObjectSpelling(kind: .index, phrase: "INDEX", words: [[.index]], verbs: ["CREATE", "DROP"]),
        ObjectSpelling(kind: .function, phrase: "FUNCTION", words: [[.function]], verbs: ["CREATE", "DROP"]),
        ObjectSpelling(kind: .aggregate, phrase: "AGGREGATE", words: [[.aggregate]], verbs: ["CREATE", "DROP"]),
        ObjectSpelling(kind: .trigger, phrase: "TRIGGER", words: [[.trigger]], verbs: ["CREATE", "DROP"]),
        ObjectSpelling(kind: .identity, phrase: "IDENTITY", words: [[.identity]], verbs: ["DROP"]),
    ]
}
