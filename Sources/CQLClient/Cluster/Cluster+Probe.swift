import CQLWire
import EventLoop

/// What a node shows of itself when it is asked whether it lives.
public enum NodeSign: Equatable, Sendable {
    /// Its process answers; two generations are two processes.
    case answers(generation: Int64?)
    /// Nothing takes connections at its address: its process is gone.
    case refuses
    /// Neither; the clause says what happened. It may be paused, slow, or behind a silent network.
    case silent(String)
}

/// One node in particular.
extension Cluster {
    private static let generationQuery = "SELECT gossip_generation FROM system.local WHERE key = 'local'"

    /// Asks a node whether it lives, on the connection to it that stands, or else on a new one.
    ///
    /// - Parameter node: Its host id; a node that the cluster does not know any more is `silent`.
    public func probe(_ node: NodeID) async -> NodeSign {
        guard let known = topology.nodes.first(where: { $0.id == node }) else {
            return .silent("the cluster does not know it any more")
        }
        if node == coordinator.node.id, await connection.isOpen { return await generation(over: connection) }
        switch await connect(to: known) {
        case .success(let connection): return await generation(over: connection)
        case .failure(.unreachable(let error)) where error.isConnectionRefused: return .refuses
        case .failure(let failure): return .silent("\(failure)")
        }
    }

    private func generation(over connection: Connection) async -> NodeSign {
        let question = Statement(
            Self.generationQuery, consistency: .one, timeout: patience.connecting ?? settings.connectTimeout)
        do throws(ClientError) {
            let answer = try await connection.execute(question, defaults)
            let generation: Int64?
            do throws(WireError) { generation = try answer.rows.first?.integer("gossip_generation") } catch {
                generation = nil
            }
            return .answers(generation: generation)
        } catch {
            // Its process may have ended with the connection, or it is silent: whoever asks again will see.
            return .silent("\(error)")
        }
    }

    /// Makes a node coordinate, on a new connection.
    ///
    /// - Throws: `ClientError` when it cannot be connected to; the coordinator is then the one before.
    public func coordinate(through node: NodeID) async throws(ClientError) -> Coordinator {
        guard let known = topology.nodes.first(where: { $0.id == node }) else {
            throw ClientError(.system("the cluster does not know the node \(node) any more"))
        }
        let contact = try await Contact.make(with: known.address, settings, on: loop)
        await connection.close()
        topology = contact.topology
        connection = contact.connection
        await others.removeValue(forKey: topology.coordinator.node.id)?.close()
        await observeCoordinator()
        return topology.coordinator
    }
}
