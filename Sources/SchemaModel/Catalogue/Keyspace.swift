/// A keyspace and what is in it.
public struct Keyspace: Hashable, Sendable {
    /// The name.
    public var name: String
    /// How its rows are spread over the nodes.
    public var replication: Replication
    /// Whether writes go through the commit log.
    public var durableWrites: Bool
    /// Which electorate a transaction's fast path takes (6.0), as `system_schema` keeps it.
    public var fastPath = ["kind": "SIMPLE"]
    /// Its tables by name.
    public var tables: [String: Table]
    /// Its user-defined types by name.
    public var types: [String: UserType]

    /// Makes a keyspace.
    public init(
        name: String,
        replication: Replication,
        durableWrites: Bool = true,
        tables: [String: Table] = [:],
        types: [String: UserType] = [:]
    ) {
        self.name = name
        self.replication = replication
        self.durableWrites = durableWrites
        self.tables = tables
        self.types = types
    }

    /// The table that an index of this keyspace belongs to.
    ///
    /// Names of indexes are unique in a keyspace, not in a table.
    public func table(ofIndex name: String) -> Table? {
        tables.values.first { $0.indexes[name] != nil }
    }
}
