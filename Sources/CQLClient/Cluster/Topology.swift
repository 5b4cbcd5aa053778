import CQLWire
import EventLoop
import FoundationEssentials

/// What one node knows of the cluster: the rows of its `system.local` and `system.peers`.
struct Topology: Sendable {
    var clusterName: String
    var coordinator: Coordinator
    var peers: [Node]
    var dseVersion: String?

    /// Every node, the coordinator first.
    var nodes: [Node] { [coordinator.node] + peers }

    static let localQuery = "SELECT * FROM system.local WHERE key = 'local'"
    // Named columns: a row has up to 256 tokens, which nobody here needs.
    static let peersV2Query = """
        SELECT peer, data_center, host_id, rack, release_version, schema_version, native_address, native_port \
        FROM system.peers_v2
        """
    static let peersQuery = """
        SELECT peer, data_center, host_id, rack, release_version, schema_version, rpc_address FROM system.peers
        """
}

extension Topology {
    /// Reads the one row of `system.local`; the address is the one that the connection leads to.
    init(local: Row, connectedTo address: SocketAddress, peers: [Row]) throws(WireError) {
        clusterName = try local.text("cluster_name") ?? ""
        dseVersion = local.hasColumn("dse_version") ? try local.text("dse_version") : nil
        guard let hostID = try local.uuid("host_id") else {
            throw WireError(.malformed, field: "host_id of system.local", needed: "a uuid", had: "null")
        }
        let release = try local.text("release_version")
        let node = Node(
            id: NodeID(hostID), address: address,
            broadcastAddress: (local.hasColumn("broadcast_address") ? try local.inet("broadcast_address") : nil)
                ?? address.bytes,
            dataCenter: try local.text("data_center") ?? "", rack: try local.text("rack") ?? "",
            release: release.flatMap { ReleaseVersion($0) }, schemaVersion: try local.uuid("schema_version"))
        let generation =
            local.hasColumn("gossip_generation") ? try local.integer("gossip_generation") : nil
        coordinator = Coordinator(node: node, gossipGeneration: generation)
        self.peers = []
        for row in peers {
            if let peer = try Self.peer(row, defaultPort: address.port), peer.id != node.id { self.peers.append(peer) }
        }
    }

    /// A row of `system.peers` or `peers_v2`; nil for the remains of a node that left (CASSANDRA-7878 and others):
    /// those have no host id.
    private static func peer(_ row: Row, defaultPort: UInt16) throws(WireError) -> Node? {
        guard let hostID = try row.uuid("host_id"), let peer = try row.inet("peer") else { return nil }
        // A node that has only just joined has no version yet. It is a node all the same, and is asked itself.
        let version = try row.uuid("schema_version")
        let isV2 = row.hasColumn("native_address")
        let told = try row.inet(isV2 ? "native_address" : "rpc_address")
        // A node that listens on every address tells 0.0.0.0 or ::.
        let bytes = told.flatMap { $0.allSatisfy { $0 == 0 } ? nil : $0 } ?? peer
        let port = isV2 ? try row.integer("native_port") : nil
        guard let address = SocketAddress(bytes: bytes, port: port.flatMap { UInt16(exactly: $0) } ?? defaultPort)
        else { return nil }
        return Node(
            id: NodeID(hostID), address: address, broadcastAddress: peer,
            dataCenter: try row.text("data_center") ?? "", rack: try row.text("rack") ?? "",
            release: try row.text("release_version").flatMap { ReleaseVersion($0) }, schemaVersion: version)
    }
}
