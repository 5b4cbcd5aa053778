import CQLWire
import EventLoop
import FoundationEssentials

/// The condition of every node.
extension Cluster {
    private static let reportQuery = """
        SELECT schema_version, release_version, toTimestamp(now()) AS clock FROM system.local WHERE key = 'local'
        """

    /// Asks every node about itself, all at once, on a connection of its own that stays for the agreement waits.
    ///
    /// A node that takes the connection and stays silent may be paused, dead behind a silent network, or slow; where the
    /// platform shows the heartbeats (4.1 and later), one that stands still while others advance tells.
    ///
    /// - Throws: `ClientError` when the coordinator does not answer.
    public func survey() async throws(ClientError) -> [NodeStatus] {
        topology = try await Contact.readTopology(connection, defaults)
        let nodes = topology.nodes
        var conditions: [NodeID: NodeCondition] = [:]
        await withTaskGroup(of: (NodeID, NodeCondition).self) { group in
            for node in nodes {
                group.addTask(executorPreference: loop) { (node.id, await self.condition(of: node)) }
            }
            for await (id, condition) in group { conditions[id] = condition }
        }
        if case .unreachable(let reason)? = conditions[coordinator.node.id] {
            throw ClientError(.system("the coordinator \(coordinator.node.address) does not answer: \(reason)"))
        }
        let silent = nodes.filter { if case .unreachable? = conditions[$0.id] { true } else { false } }
        if !silent.isEmpty && platform.hasGossipView {
            do throws(ClientError) {
                for id in try await standingStill(among: silent) {
                    conditions[id] = .down(reason: "its heartbeat stands still")
                }
            } catch  where error.outcome == .rejected {
                // A role without SELECT on `system_views` does not see the heartbeats: whether they are up is not known.
            }
        }
        unreachable = Set(
            nodes.filter { if case .unreachable? = conditions[$0.id] { true } else { false } }.map(\.id))
        down = Set(nodes.filter { if case .down? = conditions[$0.id] { true } else { false } }.map(\.id))
        return nodes.map { node in
            NodeStatus(node: node, condition: conditions[node.id] ?? .unreachable(reason: "it was not asked"))
        }
    }

    private func condition(of node: Node) async -> NodeCondition {
        let asked: Connection
        var timeout = settings.connectTimeout
        if node.id == coordinator.node.id {
            asked = connection
        } else {
            timeout = patience.connecting ?? timeout
            switch await connect(to: node) {
            case .success(let connection): asked = connection
            case .failure(.unreachable(let error)) where error.isConnectionRefused:
                return .down(reason: "it refuses connections")
            case .failure(let failure):
                return announcedDown.contains(node.address)
                    ? .down(reason: "the coordinator says so") : .unreachable(reason: "\(failure)")
            }
        }
        let sent = loop.now
        let wallClock = settings.wallClock()
        do throws(ClientError) {
            let statement = Statement(Self.reportQuery, consistency: .one, timeout: timeout)
            let answer = try await asked.execute(statement, defaults)
            return .up(try report(answer, roundTrip: sent.duration(to: loop.now), askedAt: wallClock, node))
        } catch {
            return .unreachable(reason: "\(error)")
        }
    }

    private func report(
        _ answer: ResultSet, roundTrip: Duration, askedAt: Date, _ node: Node
    ) throws(ClientError) -> NodeReport {
        do throws(WireError) {
            guard let row = answer.rows.first, let clock = try row.integer("clock") else {
                throw WireError(.malformed, field: "system.local", needed: "one row", had: "none")
            }
            let here = Duration.seconds(askedAt.timeIntervalSince1970) + roundTrip / 2
            return NodeReport(
                schemaVersion: try row.uuid("schema_version"),
                release: try row.text("release_version").flatMap { ReleaseVersion($0) },
                clockOffset: .milliseconds(clock) - here, roundTrip: roundTrip)
        } catch {
            throw ClientError(.unreadable(error), node: node.address.description)
        }
    }

    /// Those of `nodes` whose heartbeat does not move for a while in which another node's does.
    private func standingStill(among nodes: [Node]) async throws(ClientError) -> Set<NodeID> {
        let before = try await heartbeats()
        // Nothing tells of a heartbeat that does not come: the time has to pass.
        try? await loop.sleep(for: patience.heartbeat)
        let after = try await heartbeats()
        guard after.contains(where: { $0.value > before[$0.key] ?? .max }) else { return [] }
        return Set(
            nodes.filter { node in
                before[node.broadcastAddress] != nil && before[node.broadcastAddress] == after[node.broadcastAddress]
            }.map(\.id))
    }

    private func heartbeats() async throws(ClientError) -> [[UInt8]: Int64] {
        var beats: [[UInt8]: Int64] = [:]
        let query = Statement("SELECT address, heartbeat FROM system_views.gossip_info", consistency: .one)
        try await forEachRow(of: query) { row throws(WireError) in
            if let address = try row.inet("address"), let beat = try row.integer("heartbeat") { beats[address] = beat }
        }
        return beats
    }
}
