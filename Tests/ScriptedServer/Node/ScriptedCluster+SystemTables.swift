import CQLWire
import EventLoop

/// What every node tells of itself and its peers.
extension ScriptedCluster {
    func systemAnswer(to statement: ReceivedStatement) throws(WireError) -> Response? {
        let cql = statement.cql
        if cql.hasPrefix("USE ") { return .result(.setKeyspace(String(cql.dropFirst(4)))) }
        if cql.contains("FROM system.peers_v2") {
            guard hasPeersV2 else { return .error(ServerError(.invalid, "unconfigured table peers_v2")) }
            return try peersV2(of: statement.node).response()
        }
        if cql.contains("FROM system.peers") { return try peers(of: statement.node).response() }
        guard cql.contains("FROM system.local") else { return nil }
        return try local(statement.node).response()
    }

    /// One row with every column that anybody asks for; more than were asked for do no harm.
    private func local(_ number: Int) -> AnswerTable {
        let node = nodes[number]
        return AnswerTable(row: [
            ("key", .text, .text("local")), ("cluster_name", .text, .text(name)),
            ("host_id", .uuid, .uuid(node.hostID)), ("data_center", .text, .text(node.dataCenter)),
            ("rack", .text, .text(node.rack)), ("release_version", .text, .text(node.release)),
            ("schema_version", .uuid, node.schemaVersion.map { .uuid($0) }),
            ("broadcast_address", .inet, inet(number)), ("gossip_generation", .int, .int(node.generation)),
            ("clock", .timestamp, .timestamp(0)),
        ])
    }

    private func peersV2(of number: Int) -> AnswerTable {
        AnswerTable(
            [
                ("peer", .inet), ("data_center", .text), ("host_id", .uuid), ("rack", .text),
                ("release_version", .text), ("schema_version", .uuid), ("native_address", .inet),
                ("native_port", .int),
            ],
            others(than: number).map { other in
                peerCells(other) + [inet(other), port(of: other)]
            })
    }

    private func peers(of number: Int) -> AnswerTable {
        AnswerTable(
            [
                ("peer", .inet), ("data_center", .text), ("host_id", .uuid), ("rack", .text),
                ("release_version", .text), ("schema_version", .uuid), ("rpc_address", .inet),
            ],
            others(than: number).map { peerCells($0) + [inet($0)] })
    }

    private func others(than number: Int) -> [Int] { nodes.indices.filter { $0 != number } }

    private func peerCells(_ number: Int) -> [CQLValue?] {
        let node = nodes[number]
        return [
            inet(number), .text(node.dataCenter), .uuid(node.hostID), .text(node.rack), .text(node.release),
            node.rumouredVersion.map { .uuid($0) },
        ]
    }

    private func port(of number: Int) -> CQLValue? {
        addresses.indices.contains(number) ? .int(Int32(addresses[number].port)) : nil
    }

    private func inet(_ number: Int) -> CQLValue? {
        guard addresses.indices.contains(number) else { return nil }
        return InetAddress(bytes: addresses[number].bytes).map { .inet($0) }
    }
}
