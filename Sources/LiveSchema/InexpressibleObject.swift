/// Something in a keyspace that no statement can make.
public struct InexpressibleObject: Hashable, Sendable, CustomStringConvertible {
    /// What it is, in words: `super column family`.
    public let kind: String
    /// Its name within the keyspace, as CQL writes it.
    public let name: String

    /// Makes one.
    public init(_ kind: String, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// `super column family hits`.
    public var description: String { "\(kind) \(name)" }
}
