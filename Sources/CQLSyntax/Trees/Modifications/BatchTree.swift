/// `BEGIN … BATCH`.
public struct BatchTree: Hashable, Sendable {
    /// How it is logged.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case logged, unlogged, counter
    }

    /// A statement of a batch.
    public enum Modification: Hashable, Sendable {
        case insert(Insert)
        case update(Update)
        case delete(Delete)
    }

    /// How it is logged.
    public let kind: Kind
    /// `USING …` for the whole of it.
    public let using: Using
    /// Its statements.
    public let modifications: [Modification]

    /// Makes a statement.
    public init(kind: Kind = .logged, using: Using = Using(), modifications: [Modification]) {
        self.kind = kind
        self.using = using
        self.modifications = modifications
    }
}
