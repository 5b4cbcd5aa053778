/// A target keyspace, and how to create it when it is missing.
public struct KeyspaceSetting: Sendable, Equatable {
    /// The name as the server stores it: capitals count, quotes are not part of it.
    public var name: String
    /// The replication map as written, for example `class` and `dc1`; nil when none is configured.
    public var replication: [String: String]?
    /// Whether writes go to the commit log; nil leaves it to the server.
    public var durableWrites: Bool?

    /// Makes the setting of one keyspace.
    public init(name: String, replication: [String: String]? = nil, durableWrites: Bool? = nil) {
        self.name = name
        self.replication = replication
        self.durableWrites = durableWrites
    }
}
