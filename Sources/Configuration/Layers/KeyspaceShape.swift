/// How a layer of the configuration file names the keyspaces; no value has been looked at yet.
enum KeyspaceShape: Sendable, Equatable {
    /// Null: back to no keyspace at all.
    case reset
    /// `keyspace: name`, or a mapping.
    case single(KeyspaceFields)
    /// `keyspaces: [a, {name: b}]`.
    case list([KeyspaceFields])
    /// `keyspaces: "${LIST}"`: names separated by commas.
    case text(YAMLNode)
}

/// What is written about one keyspace.
struct KeyspaceFields: Sendable, Equatable {
    static let nameKey = "name"
    static let replicationKey = "replication"
    static let durableWritesKey = "durable_writes"

    /// Where it begins.
    var mark: YAMLMark
    /// Whether it is a mapping, which a profile can give a part of, or a name alone.
    var isMapping = false
    var name: YAMLNode?
    var replication: YAMLNode?
    var durableWrites: YAMLNode?

    /// These fields on top of the base's: what they leave out is kept.
    ///
    /// A name alone replaces the whole keyspace of the base, as a list or a text replaces any other mapping.
    /// Replication is one value: the options of one strategy must not leak into another.
    func over(_ base: KeyspaceFields) -> KeyspaceFields {
        guard isMapping else { return self }
        var merged = self
        merged.name = name ?? base.name
        merged.replication = replication ?? base.replication
        merged.durableWrites = durableWrites ?? base.durableWrites
        return merged
    }
}
