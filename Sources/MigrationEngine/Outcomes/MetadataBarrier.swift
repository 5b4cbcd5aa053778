import CQLClient

/// Makes certain of what the metadata service of 6.0 has decided, before anybody says that a statement had no effect.
///
/// A change of the schema is an entry of the cluster's metadata log there: its members agree on it by Paxos, and the nodes
/// learn of it later. A member that ends before it has told anybody keeps what was decided, and what was merely begun is
/// ended by whoever comes next (seen on 6.0-alpha2: a DROP that no node knew took effect when the only member came back).
/// So whoever wants to know reads behind the end of the log, which ends what was begun, and waits until the nodes have read
/// as far. Without the members nothing is certain.
struct MetadataBarrier {
    let session: Session

    private static let log = "system_cluster_metadata.distributed_metadata_log"
    /// What a node has read of the log: entries, or all of it at once.
    private static let own = ["system.local_metadata_log", "system.metadata_snapshots"]
    /// The pause between two looks at what the nodes have read.
    private static let pause = Duration.milliseconds(100)

    /// Whether there is a service to ask.
    var isNeeded: Bool { session.cluster.platform.hasTransactionalMetadata }

    /// Comes back when every connected node knows everything that was decided before.
    func pass() async throws(MigrationError) {
        let epoch: Int64
        do throws(ClientError) { epoch = try await settledEpoch() } catch {
            throw MigrationError(error, during: "reading the metadata log of the cluster")
        }
        try await awaitNodes(at: epoch)
    }

    /// The last entry of the log, with nothing begun behind it.
    private func settledEpoch() async throws(ClientError) -> Int64 {
        var epoch =
            try await epoch(
                "SELECT epoch FROM \(Self.log) LIMIT 1", .quorum, through: session.cluster) ?? 0
        while let next = try await self.epoch(
            "SELECT epoch FROM \(Self.log) WHERE epoch = \(epoch + 1)", .serial, through: session.cluster)
        {
            epoch = next
        }
        return epoch
    }

    private func epoch(
        _ cql: String, _ consistency: Consistency, through cluster: Cluster
    ) async throws(ClientError) -> Int64? {
        try Self.epoch(in: try await cluster.execute(Statement(cql, consistency: consistency)))
    }

    private static func epoch(in answer: ResultSet) throws(ClientError) -> Int64? {
        do throws(WireError) { return try answer.rows.first?.integer("epoch") } catch {
            throw ClientError(.unreadable(error))
        }
    }

    private func awaitNodes(at epoch: Int64) async throws(MigrationError) {
        let deadline = session.clock.now() + session.configuration.agreementTimeout
        while true {
            let behind = await nodes(before: epoch)
            if behind.isEmpty { return }
            guard session.clock.now() < deadline else {
                let places = await session.cluster.addresses(of: behind).joined(separator: ", ")
                throw MigrationError(
                    .noSchemaAgreement, "not read the metadata log to its entry \(epoch), or cannot say so: \(places)")
            }
            await session.clock.pause(for: Self.pause)
        }
    }

    /// The nodes that have not read the log to an entry, or of which that is not known.
    private func nodes(before epoch: Int64) async -> [NodeID] {
        var read: [NodeID: Int64] = [:]
        for table in Self.own {
            let question = Statement("SELECT epoch FROM \(table) LIMIT 1", consistency: .one)
            for (node, answer) in await session.cluster.askEveryNode(question) {
                var known: Int64?
                do throws(ClientError) { known = try Self.epoch(in: try answer.get()) } catch { known = nil }
                read[node] = max(read[node] ?? 0, known ?? 0)
            }
        }
        return read.filter { $0.value < epoch }.keys.sorted()
    }
}
