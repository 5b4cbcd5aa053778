/// One difference between two catalogues.
public struct SchemaDifference: Hashable, Sendable {
    /// What differs.
    public enum Object: Hashable, Sendable {
        case keyspace(String)
        case type(keyspace: String, name: String)
        case field(keyspace: String, type: String, name: String)
        case table(keyspace: String, name: String)
        case column(keyspace: String, table: String, name: String)
        case index(keyspace: String, table: String, name: String)
        case trigger(keyspace: String, table: String, name: String)
        case view(keyspace: String, name: String)
        /// A function or an aggregate, with what it is called with: `f(int, text)`.
        case function(keyspace: String, signature: String)
        case aggregate(keyspace: String, signature: String)
    }

    /// How it differs.
    public enum Change: Hashable, Sendable {
        /// Only the second catalogue has it.
        case added
        /// Only the first catalogue has it.
        case removed
        /// Both have it, and a property differs; the values are CQL where there is CQL for them.
        case changed(property: String, from: String, to: String)
    }

    /// What differs.
    public let object: Object
    /// How it differs.
    public let change: Change

    /// Makes a difference.
    public init(_ object: Object, _ change: Change) {
        self.object = object
        self.change = change
    }
}
