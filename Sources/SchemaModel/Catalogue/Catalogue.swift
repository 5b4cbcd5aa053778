/// The schema of a cluster, or of as much of it as somebody asked for, as a value.
public struct Catalogue: Hashable, Sendable {
    /// The keyspaces by name.
    public var keyspaces: [String: Keyspace]

    /// Makes a catalogue.
    public init(keyspaces: [String: Keyspace] = [:]) { self.keyspaces = keyspaces }

    /// A keyspace by name.
    public subscript(keyspace: String) -> Keyspace? { keyspaces[keyspace] }

    /// A table by its names.
    public func table(_ name: String, in keyspace: String) -> Table? { keyspaces[keyspace]?.tables[name] }

    /// A materialized view by its names.
    public func view(_ name: String, in keyspace: String) -> MaterializedView? { keyspaces[keyspace]?.views[name] }

    /// A user-defined type by its names.
    public func type(_ name: String, in keyspace: String) -> UserType? { keyspaces[keyspace]?.types[name] }
}
