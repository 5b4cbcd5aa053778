import CQLClient

/// Whether the nodes have built indexes: a query that uses one fails, or misses rows, on a node that has not.
///
/// Each node builds its own from its own rows, behind the statement's back, and keeps note in `system."IndexInfo"`, whose
/// column `table_name` holds the keyspace (`SystemKeyspace.setIndexBuilt`).
struct IndexBuild: Sendable {
    let cluster: Cluster

    /// How long is waited: an empty table needs some tenths of a second, a full one may need hours.
    private static let patience = Duration.seconds(2)

    /// The nodes that are not known to have built an index, by its name; an index that all have built is not there.
    func unfinished(_ indexes: Set<String>, in keyspace: String) async -> [String: [NodeID]] {
        let question = Statement(
            "SELECT index_name FROM system.\"IndexInfo\" WHERE table_name = ?", [.bytes(Array(keyspace.utf8))],
            consistency: .one, pageSize: 20_000)
        let clock = cluster.clock
        let end = clock.now() + Self.patience
        var pause = Duration.milliseconds(20)
        while true {
            var unfinished: [String: [NodeID]] = [:]
            for (node, answer) in await cluster.askEveryNode(question).sorted(by: { $0.key < $1.key }) {
                for index in indexes.subtracting(Self.built(answer)) { unfinished[index, default: []].append(node) }
            }
            guard !unfinished.isEmpty, clock.now() < end else { return unfinished }
            await clock.pause(for: pause)
            pause = min(pause * 2, .milliseconds(500))
        }
    }

    /// What a node says that it has built: nothing, where it does not say.
    private static func built(_ answer: Result<ResultSet, ClientError>) -> Set<String> {
        guard case .success(let result) = answer else { return [] }
        return Set(result.rows.compactMap { row in (try? row.text("index_name")) ?? nil })
    }
}
