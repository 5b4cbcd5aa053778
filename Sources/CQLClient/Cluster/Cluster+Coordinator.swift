import CQLWire
import EventLoop

/// What happens to the coordinator and the other nodes while the client works.
extension Cluster {
    /// Runs the events of the coordinator's connection through this actor.
    func observeCoordinator() async {
        await observe(connection, of: topology.coordinator.node.id)
    }

    func observe(_ connection: Connection, of node: NodeID) async {
        await connection.observe { [weak self] notice in
            self?.assumeIsolated { $0.noticed(notice, at: node) }
        }
    }

    private func noticed(_ notice: Connection.Notice, at node: NodeID) {
        switch notice {
        case .event(.schemaChange): agreementInput?.yield(.schemaChanged(node))
        case .event(.statusChange(.down, let endpoint)):
            if let address = SocketAddress(bytes: endpoint.address.bytes, port: endpoint.port) {
                announcedDown.insert(address)
                if let down = topology.peers.first(where: { $0.address == address }) {
                    agreementInput?.yield(.announcedDown(down.id))
                }
            }
        case .event(.statusChange(.up, let endpoint)):
            if let address = SocketAddress(bytes: endpoint.address.bytes, port: endpoint.port) {
                announcedDown.remove(address)
                if let up = topology.peers.first(where: { $0.address == address }) {
                    // It may not take connections for another second; whoever asks it next finds out.
                    down.remove(up.id)
                    unreachable.remove(up.id)
                    agreementInput?.yield(.announcedUp(up.id))
                }
            }
        case .event: break
        case .closed:
            others[node] = nil
            agreementInput?.yield(.connectionLost(node))
        }
    }

    /// Whether the connection to the coordinator still stands, as far as is known here.
    public var hasCoordinator: Bool {
        get async { await connection.isOpen }
    }

    /// Makes another node coordinate, or the same one on a new connection, because the present one is lost.
    ///
    /// Only for when no statement's outcome is open: a schema change that is still under way at the old coordinator
    /// and is repeated at the new one can cost the table.
    ///
    /// - Throws: `ClientError` when no node of the cluster answers.
    public func replaceCoordinator() async throws(ClientError) -> Coordinator {
        await connection.close()
        var candidates = settings
        // The old coordinator first: it may only have dropped the connection. Then its peers, then the contact points.
        candidates.contactPoints =
            topology.nodes.filter { settings.localDataCenter == nil || $0.dataCenter == settings.localDataCenter }
            .map { ContactPoint(host: $0.address.host, port: $0.address.port) } + settings.contactPoints
        let contact = try await ContactRound(settings: candidates, loop: loop).run()
        let node = contact.topology.coordinator.node.id
        topology = contact.topology
        connection = contact.connection
        await others.removeValue(forKey: node)?.close()
        await observeCoordinator()
        return topology.coordinator
    }
}
