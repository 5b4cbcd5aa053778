public import CQLSyntax

/// What the scripts have to run on.
public enum LintPlatform: String, Hashable, Sendable, CaseIterable {
    case cassandra311 = "3.11"
    case cassandra41 = "4.1"
    case cassandra50 = "5.0"
    case cassandra60 = "6.0"
    /// DataStax Enterprise 6.8 and later.
    case dse
    /// DataStax Astra DB.
    case astra
    /// Amazon Keyspaces.
    case keyspaces
    /// ScyllaDB.
    case scylla

    /// The release of Apache Cassandra whose rules hold, for what is not Cassandra the nearest one.
    public var release: CassandraRelease {
        switch self {
        case .cassandra311, .dse, .keyspaces, .scylla: .v311
        case .astra: .v40
        case .cassandra41: .v41
        case .cassandra50: .v50
        case .cassandra60: .v60
        }
    }

    /// The name as a message has it.
    var title: String {
        switch self {
        case .cassandra311, .cassandra41, .cassandra50, .cassandra60: "Cassandra \(rawValue)"
        case .dse: "DataStax Enterprise"
        case .astra: "Astra DB"
        case .keyspaces: "Amazon Keyspaces"
        case .scylla: "ScyllaDB"
        }
    }
}
