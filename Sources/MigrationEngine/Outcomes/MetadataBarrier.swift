import CQLClient
import FoundationEssentials

/// Makes certain of what the metadata service of 6.0 has decided, before anybody says that a statement had no effect.
///
/// A change of the schema is an entry of the cluster's metadata log there: its members agree on it by Paxos, and the nodes
/// learn of it later. A member that ends before it has told anybody keeps what was decided, and what was merely begun is
/// ended by whoever comes next (seen on 6.0-alpha2: a DROP that no node knew took effect when the only member came back).
/// So whoever wants to know reads behind the end of the log, which ends what was begun, and waits until the schema of the
/// nodes is that of its last change. Without the members nothing is certain.
struct MetadataBarrier {
    let session: Session

    private static let log = "system_cluster_metadata.distributed_metadata_log"
    /// The number of `SCHEMA_CHANGE` among the kinds of entries (`Transformation.Kind`).
    private static let schemaChange: Int64 = 4
    /// A change of the schema that is further behind is one that every node has had the time to learn of.
    private static let depth: Int32 = 1000
    /// The pause between two looks at the nodes.
    private static let pause = Duration.milliseconds(100)

    /// Whether there is a service to ask.
    var isNeeded: Bool { session.cluster.platform.hasTransactionalMetadata }

    /// Comes back when every connected node has made every change that was decided before.
    func pass() async throws(MigrationError) {
        let epoch: Int64?
        do throws(ClientError) {
            try await settle()
            epoch = try await lastSchemaChange()
        } catch {
            throw MigrationError(error, during: "reading the metadata log of the cluster")
        }
        if let epoch { try await awaitNodes(at: epoch) }
    }

    /// Reads behind the end of the log, until nothing is begun there.
    private func settle() async throws(ClientError) {
        var next = try await rows("SELECT epoch FROM \(Self.log) LIMIT 1", .quorum)
        while let epoch = try Self.read({ () throws(WireError) in try next.first?.integer("epoch") }) {
            next = try await rows("SELECT epoch FROM \(Self.log) WHERE epoch = \(epoch + 1)", .serial)
        }
    }

    /// The number of the last entry that changes the schema; the newest come first. nil where it is long ago.
    private func lastSchemaChange() async throws(ClientError) -> Int64? {
        let entries = try await rows("SELECT epoch, kind FROM \(Self.log) LIMIT \(Self.depth)", .quorum)
        return try Self.read { () throws(WireError) in
            for entry in entries where try entry.integer("kind") == Self.schemaChange {
                return try entry.integer("epoch")
            }
            return nil
        }
    }

    private func rows(_ cql: String, _ consistency: Consistency) async throws(ClientError) -> [Row] {
        try await session.cluster.execute(Statement(cql, consistency: consistency, pageSize: Self.depth)).rows
    }

    private static func read<Value>(_ value: () throws(WireError) -> Value) throws(ClientError) -> Value {
        do throws(WireError) { return try value() } catch { throw ClientError(.unreadable(error)) }
    }

    private func awaitNodes(at epoch: Int64) async throws(MigrationError) {
        let deadline = session.clock.now() + session.configuration.agreementTimeout
        while true {
            let behind = await nodes(before: epoch)
            if behind.isEmpty { return }
            guard session.clock.now() < deadline else {
                let places = await session.cluster.addresses(of: behind).joined(separator: ", ")
                throw MigrationError(
                    .noSchemaAgreement,
                    "not come to the last change of the schema in the metadata log, or cannot say so: \(places)")
            }
            await session.clock.pause(for: Self.pause)
        }
    }

    /// The nodes whose schema is an older one, or of which that is not known.
    private func nodes(before epoch: Int64) async -> [NodeID] {
        let question = Statement("SELECT schema_version FROM system.local WHERE key = 'local'", consistency: .one)
        var behind: [NodeID] = []
        for (node, answer) in await session.cluster.askEveryNode(question) {
            var known: Int64 = 0
            do throws(ClientError) {
                let rows = try answer.get().rows
                known = try Self.read { () throws(WireError) in try rows.first?.uuid("schema_version")?.epoch ?? 0 }
            } catch {
                known = 0
            }
            if known < epoch { behind.append(node) }
        }
        return behind.sorted()
    }
}

extension UUID {
    /// The number of a change of the schema, of which 6.0 makes the version of a schema: its lower half.
    fileprivate var epoch: Int64 {
        let bytes = uuid
        return [
            bytes.8, bytes.9, bytes.10, bytes.11, bytes.12, bytes.13, bytes.14, bytes.15,
        ].reduce(0) { $0 << 8 | Int64($1) }
    }
}
