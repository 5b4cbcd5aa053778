/// `DESCRIBE` (4.0 and later).
public struct Describe: Hashable, Sendable {
    /// What is described.
    public enum Target: Hashable, Sendable {
        /// `SCHEMA`, or `FULL SCHEMA`, which has the system's keyspaces as well.
        case schema(isFull: Bool)
        /// `CLUSTER`.
        case cluster
        /// `KEYSPACES`, `TABLES`, `TYPES`, `FUNCTIONS`, `AGGREGATES`: names alone.
        case list(ListedKind)
        /// `[ONLY] KEYSPACE [name]`.
        case keyspace(Name?, isOnly: Bool)
        /// `TABLE`, `INDEX`, `TYPE`, `MATERIALIZED VIEW`, `FUNCTION`, `AGGREGATE` with a name.
        case object(ObjectKind, QualifiedName)
        /// A name alone: a keyspace, a table, a view or an index.
        case anything(QualifiedName)
    }

    /// What names are listed of.
    public enum ListedKind: String, Hashable, Sendable, CaseIterable {
        case keyspaces, tables, types, functions, aggregates
    }

    /// What is described.
    public let target: Target
    /// Whether it says WITH INTERNALS.
    public let withInternals: Bool

    /// Makes a statement.
    public init(_ target: Target, withInternals: Bool = false) {
        self.target = target
        self.withInternals = withInternals
    }
}
