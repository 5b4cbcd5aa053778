/// What kind of server the cluster consists of, as far as a schema tool has to know.
public enum Platform: Equatable, Sendable {
    /// Apache Cassandra.
    case cassandra(ReleaseVersion)
    /// DataStax Enterprise or the Hyper-Converged Database, with their own version and the Cassandra it is built on.
    case dse(version: String, ReleaseVersion)
    /// DataStax Astra.
    case astra(ReleaseVersion)
    /// ScyllaDB with its own version, where it tells.
    case scylla(version: String?)
    /// Amazon Keyspaces.
    case keyspaces

    /// The Cassandra release whose behaviour the server has.
    public var release: ReleaseVersion {
        switch self {
        case .cassandra(let release), .dse(_, let release), .astra(let release): release
        // It reports 3.0.8 and behaves like 3.11 where a schema tool looks.
        case .scylla: ReleaseVersion(3, 11)
        case .keyspaces: ReleaseVersion(3, 11)
        }
    }

    /// Whether schema changes are committed by the cluster as a whole (Cassandra 6.0, transactional cluster metadata).
    public var hasTransactionalMetadata: Bool {
        if case .cassandra(let release) = self { release >= ReleaseVersion(6) } else { false }
    }

    /// Whether `system_views.gossip_info` is there.
    public var hasGossipView: Bool {
        if case .cassandra(let release) = self { release >= ReleaseVersion(4, 1) } else { false }
    }

    /// Tells the platform from what a node says of itself.
    ///
    /// - Parameters:
    ///   - supported: The options of SUPPORTED: Scylla and Astra name themselves there.
    ///   - release: `release_version` of `system.local`.
    ///   - dseVersion: `dse_version` of `system.local`, a column that DSE alone has.
    ///   - clusterName: `cluster_name` of `system.local`: Amazon's is always the same.
    ///   - scyllaVersion: `version` of `system.versions`, a table that Scylla alone has.
    init(
        supported: [String: [String]], release: ReleaseVersion, dseVersion: String?, clusterName: String,
        scyllaVersion: String?
    ) {
        if supported.keys.contains(where: { $0.hasPrefix("SCYLLA_") }) {
            self = .scylla(version: scyllaVersion)
        } else if supported["PRODUCT_TYPE"]?.contains("DATASTAX_APOLLO") == true {
            self = .astra(release)
        } else if let dseVersion {
            self = .dse(version: dseVersion, release)
        } else if clusterName == "Amazon Keyspaces" {
            self = .keyspaces
        } else {
            self = .cassandra(release)
        }
    }
}

extension Platform: CustomStringConvertible {
    /// `Cassandra 5.0.9`.
    public var description: String {
        switch self {
        case .cassandra(let release): "Cassandra \(release)"
        case .dse(let version, _): "DSE \(version)"
        case .astra: "Astra"
        case .scylla(let version?): "Scylla \(version)"
        case .scylla(nil): "Scylla"
        case .keyspaces: "Amazon Keyspaces"
        }
    }
}
