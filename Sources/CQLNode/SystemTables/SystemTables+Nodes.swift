import CQLSyntax
import CQLWire
import FoundationEssentials

/// The rows about nodes.
extension SystemTables {
    /// The row of `system.local`.
    var localRow: VirtualRow {
        let node = view.own
        var row = commonCells(node)
        row["schema_version"] = .uuid(node.schemaVersion)
        row["key"] = .text("local")
        row["bootstrapped"] = .text("COMPLETED")
        row["cluster_name"] = .text(view.clusterName)
        row["cql_version"] = .text(view.profile.cqlVersion)
        row["gossip_generation"] = .int(node.generation)
        row["native_protocol_version"] = .text("4")
        row["partitioner"] = .text("org.apache.cassandra.dht.Murmur3Partitioner")
        for column in ["broadcast_address", "listen_address", "rpc_address"] { row[column] = address(of: node) }
        if view.profile.release == .v311 {
            row["thrift_version"] = .text("20.1.0")
        } else {
            row["broadcast_port"] = .int(Self.storagePort)
            row["listen_port"] = .int(Self.storagePort)
            row["rpc_port"] = node.address.map { .int(Int32($0.port)) }
        }
        return row
    }

    /// A row of `system.peers`: what gossip has told of a node.
    func peerRow(_ node: NodeState) -> VirtualRow {
        var row = commonCells(node)
        row["schema_version"] = .uuid(node.rumouredVersion)
        row["peer"] = address(of: node)
        row["rpc_address"] = address(of: node)
        return row
    }

    /// A row of `system.peers_v2`.
    func peerV2Row(_ node: NodeState) -> VirtualRow {
        var row = peerRow(node)
        row["rpc_address"] = nil
        row["peer_port"] = .int(Self.storagePort)
        row["native_address"] = address(of: node)
        row["native_port"] = node.address.map { .int(Int32($0.port)) }
        return row
    }

    private func commonCells(_ node: NodeState) -> VirtualRow {
        [
            "host_id": .uuid(node.hostID), "data_center": .text(node.dataCenter), "rack": .text(node.rack),
            "release_version": .text(view.profile.releaseVersion),
            "tokens": .set(node.tokens.map(String.init).sorted().map { .text($0) }),
        ]
    }

    private func address(of node: NodeState) -> CQLValue? { node.address.map { .inet($0.address) } }

    /// A row of `system_views.gossip_info`.
    func gossipRow(_ node: NodeState) -> VirtualRow {
        let host = node.address.map { "\($0.address)" } ?? ""
        let version = node.number == view.coordinator ? node.schemaVersion : node.rumouredVersion
        let status = "NORMAL,\(node.tokens.first ?? 0)"
        let states: [String: String] = [
            "dc": node.dataCenter, "host_id": node.hostID.uuidString.lowercased(),
            "internal_address_and_port": "\(host):\(Self.storagePort)", "internal_ip": host, "load": "0.0",
            "native_address_and_port": node.address?.description ?? "", "net_version": "12", "rack": node.rack,
            "release_version": view.profile.releaseVersion, "rpc_address": host, "rpc_ready": "true",
            "schema": version.uuidString.lowercased(), "sstable_versions": "big-nb", "status": status,
            "status_with_port": status,
        ]
        var row: VirtualRow = [:]
        for (position, (state, value)) in states.sorted(by: { $0.key < $1.key }).enumerated() {
            row[state] = .text(value)
            row["\(state)_version"] = .int(Int32(position + 1))
        }
        row["address"] = address(of: node)
        row["port"] = .int(Self.storagePort)
        row["hostname"] = .text(host)
        row["generation"] = .int(node.generation)
        row["heartbeat"] = .int(node.heartbeat(now: view.now))
        return row
    }

    /// A row of `system_views.clients`.
    func clientRow(_ client: InetEndpoint) -> VirtualRow {
        [
            "address": .inet(client.address), "port": .int(Int32(client.port)), "connection_stage": .text("ready"),
            "hostname": .text("\(client.address)"), "protocol_version": .int(4), "ssl_enabled": .boolean(false),
            "username": .text("anonymous"),
        ]
    }
}
