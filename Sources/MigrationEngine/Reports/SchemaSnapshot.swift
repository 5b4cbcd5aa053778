public import CQLSyntax
public import SchemaModel

/// The schema of a live keyspace, as the statements that make it.
public struct SchemaSnapshot: Equatable, Sendable {
    /// The keyspace.
    public let keyspace: String
    /// The release that the statements are for.
    public let release: CassandraRelease
    /// The statements, each behind those that it needs.
    public let elements: [Describer.Element]

    /// Makes a snapshot.
    public init(keyspace: String, release: CassandraRelease, elements: [Describer.Element]) {
        self.keyspace = keyspace
        self.release = release
        self.elements = elements
    }
}
