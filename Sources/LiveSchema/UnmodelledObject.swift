/// Something in a keyspace that the catalogue has no place for, or that no statement can make.
public struct UnmodelledObject: Hashable, Sendable, CustomStringConvertible {
    /// What it is, in words: `materialized view`, `function`, `trigger`.
    public let kind: String
    /// Its name within the keyspace, as CQL writes it.
    public let name: String

    /// Makes one.
    public init(_ kind: String, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// `materialized view by_name`.
    public var description: String { "\(kind) \(name)" }
}
