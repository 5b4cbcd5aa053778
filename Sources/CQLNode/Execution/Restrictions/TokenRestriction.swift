/// What a WHERE clause says of the token of the partition key.
struct TokenRestriction: Hashable, Sendable {
    /// One end of a range of tokens.
    struct Bound: Hashable, Sendable {
        let term: PreparedTerm
        let isInclusive: Bool
    }

    /// The least token.
    var lower: Bound?
    /// The greatest token.
    var upper: Bound?
    /// Whether it is one token alone, which both bounds are.
    var isEqual = false
}
