import CQLSyntax
import MigrationLog

/// A keyspace whose schema is migrated.
public struct TargetKeyspace: Equatable, Sendable {
    /// Its name as the system tables have it: no quotes.
    public let name: String
    /// How `initialise` may create it when it is missing; nil: it may not.
    public let creation: Creation?

    /// What a new keyspace is to be like.
    public struct Creation: Equatable, Sendable {
        /// The replication options, `class` among them.
        public let replication: [String: String]
        /// Whether writes go through the commit log.
        public let durableWrites: Bool

        /// What a new keyspace is to be like.
        public init(replication: [String: String], durableWrites: Bool = true) {
            self.replication = replication
            self.durableWrites = durableWrites
        }
    }

    /// A keyspace, and how it may be created.
    public init(name: String, creation: Creation? = nil) {
        self.name = name
        self.creation = creation
    }

    /// Its name as CQL writes it.
    public var quotedName: String { CQLIdentifier.quoted(name) }

    /// The statement that creates it.
    public static func createStatement(name: String, _ creation: Creation) -> String {
        var options = creation.replication
        let strategy = options.removeValue(forKey: "class") ?? "NetworkTopologyStrategy"
        let factors = options.sorted { $0.key < $1.key }.map { ", \(literal($0.key)): \(literal($0.value))" }.joined()
        return "CREATE KEYSPACE IF NOT EXISTS \(CQLIdentifier.quoted(name))"
            + " WITH replication = {'class': \(literal(strategy))\(factors)} AND durable_writes = \(creation.durableWrites)"
    }

    private static func literal(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}

extension HistoryKeyspace {
    init(named name: String) {
        self.init(name: name, quotedName: CQLIdentifier.quoted(name))
    }
}
