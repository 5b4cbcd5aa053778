/// A comment `-- cqlmig:ignore RULE -- reason` or `-- cqlmig:ignore-file RULE -- reason`.
struct IgnoreComment: Hashable, Sendable {
    /// The comment.
    let range: Range<Int>
    /// The ids that it names, as written.
    let rules: [String]
    /// Why; empty where nothing is said.
    let reason: String
    /// The bytes within which findings are silenced; nil for the whole file.
    let scope: Range<Int>?
    /// Whether it is about the next statement and there is none.
    let isWithoutStatement: Bool
}
