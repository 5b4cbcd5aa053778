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
    /// Its materialized views by name; no table has the name of one.
    public var views: [String: MaterializedView] = [:]
    /// Its user-defined functions by signature; no aggregate has the signature of one.
    public var functions: [String: UserFunction] = [:]
    /// Its user-defined aggregates by signature.
    public var aggregates: [String: UserAggregate] = [:]

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

    /// What of a keyspace a comment or a security label can be about (6.0).
    public enum Annotated: Hashable, Sendable {
        case keyspace
        case table(String)
        case column(table: String, String)
        case type(String)
        case field(type: String, String)
    }

    /// The comments (6.0), those of tables apart: they are options. No row of `system_schema` has them.
    public var comments: [Annotated: String] = [:]
    /// The security labels (6.0). No row of `system_schema` has them.
    public var securityLabels: [Annotated: String] = [:]

    /// The materialized views that read a table, by name.
    public func views(of table: Table) -> [MaterializedView] {
        views.values.filter { $0.baseID == table.id }.sorted { $0.name < $1.name }
    }

    /// The table that an index of this keyspace belongs to.
    ///
    /// Names of indexes are unique in a keyspace, not in a table.
    public func table(ofIndex name: String) -> Table? {
        tables.values.first { $0.indexes[name] != nil }
    }
}
