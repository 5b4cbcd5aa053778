public import CQLSyntax
public import SchemaModel

/// The schema of one keyspace, wherever it was read, without the tool's own tables.
public struct KeyspaceSchema: Equatable, Sendable {
    /// The keyspace and what is in it.
    public let keyspace: Keyspace
    /// The release whose rules hold.
    public let release: CassandraRelease
    /// Whether replication and settings of the keyspace itself are known: migrations do not say them.
    public let hasSettings: Bool
    /// What no statement makes, each in words.
    public let inexpressible: [String]

    /// Makes one of its parts.
    public init(
        keyspace: Keyspace, release: CassandraRelease, hasSettings: Bool = true, inexpressible: [String] = []
    ) {
        self.inexpressible = inexpressible
        self.keyspace = keyspace
        self.release = release
        self.hasSettings = hasSettings
    }
}
