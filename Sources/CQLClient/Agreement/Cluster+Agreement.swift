import CQLWire
import EventLoop
import FoundationEssentials

/// The driver of `SchemaAgreementMachine`.
extension Cluster {
    private static let versionQuery = "SELECT schema_version FROM system.local WHERE key = 'local'"

    /// Waits until every node that is up has the coordinator's schema.
    ///
    /// Asks the nodes that the latest `survey()` found, each on its own connection; call that first. One wait at a time.
    ///
    /// - Parameter timeout: When to give up. A node that was down may need a minute to fetch the schema.
    /// - Throws: `ClientError` when the coordinator is lost.
    public func awaitSchemaAgreement(
        timeout: Duration
    ) async throws(ClientError) -> SchemaAgreementResult {
        let started = loop.now
        let (events, input) = AsyncStream.makeStream(of: AgreementEvent.self)
        agreementInput = input
        defer { agreementInput = nil }
        // By the topology rather than by the connections: a node whose connection ended since is up for all that is
        // known here, and is connected to anew when its turn to be asked comes.
        let peers = topology.peers.map(\.id)
        var machine = SchemaAgreementMachine(
            coordinator: coordinator.node.id,
            reachable: peers.filter { !unreachable.contains($0) && !down.contains($0) },
            unreachable: peers.filter { unreachable.contains($0) }, down: down,
            announcedDown: Set(topology.peers.filter { announcedDown.contains($0.address) }.map(\.id)),
            timeout: timeout, now: started)
        let timer: LoopTimer
        do throws(SystemError) { timer = try LoopTimer(on: loop) { input.yield(.timerFired) } } catch {
            throw ClientError(.system("\(error)"))
        }
        var pending = machine.start(now: started)
        var iterator = events.makeAsyncIterator()
        while true {
            for action in pending {
                switch action {
                case .ask(let node): ask(node, input)
                case .askPeers: askPeers(input)
                case .setTimer(let time): timer.start(after: loop.now.duration(to: time))
                case .finish(.agreed(let version, let without)):
                    let elapsed = started.duration(to: loop.now)
                    return .agreed(SchemaAgreement(version: version, elapsed: elapsed, without: without))
                case .finish(.timedOut(let disagreement)):
                    return .disagreed(disagreement)
                case .finish(.coordinatorLost):
                    throw ClientError(
                        .connection(.lost(nil)), node: coordinator.node.address.description, outcome: .acknowledged)
                }
            }
            guard let event = await iterator.next() else { throw ClientError(.cancelled, outcome: .acknowledged) }
            pending = step(&machine, event, input)
        }
    }

    private func step(
        _ machine: inout SchemaAgreementMachine, _ event: AgreementEvent,
        _ input: AsyncStream<AgreementEvent>.Continuation
    ) -> [SchemaAgreementMachine.Action] {
        let now = loop.now
        switch event {
        case .answered(let node, let version): return machine.answered(node, version: version, now: now)
        case .peersAnswered(let versions): return machine.peersAnswered(versions, now: now)
        case .schemaChanged(let node): return machine.schemaChanged(at: node, now: now)
        case .announcedDown(let node): return machine.announcedDown(node, now: now)
        case .announcedUp(let node):
            machine.announcedUp(node)
            reconnect(node, input)
            return []
        case .connectionLost(let node):
            reconnect(node, input)
            return machine.becameUnreachable(node, now: now)
        case .silent(let node): return machine.becameUnreachable(node, now: now)
        case .refused(let node): return machine.wentDown(node, now: now)
        case .reconnected(let node): return machine.becameReachable(node, now: now)
        case .timerFired: return machine.timerFired(now: now)
        }
    }

    private func ask(_ node: NodeID, _ input: AsyncStream<AgreementEvent>.Continuation) {
        guard let asked = node == coordinator.node.id ? connection : others[node] else {
            input.yield(.connectionLost(node))
            return
        }
        let defaults = defaults
        let timeout = node == coordinator.node.id ? nil : patience.question
        Task(executorPreference: loop) {
            do throws(ClientError) {
                let statement = Statement(Self.versionQuery, consistency: .one, timeout: timeout)
                let answer = try await asked.execute(statement, defaults)
                let version: UUID?
                do throws(WireError) { version = try answer.rows.first?.uuid("schema_version") } catch { version = nil }
                input.yield(.answered(node, version))
            } catch {
                input.yield(.silent(node))
            }
        }
    }

    private func askPeers(_ input: AsyncStream<AgreementEvent>.Continuation) {
        let connection = connection
        let defaults = defaults
        Task(executorPreference: loop) {
            // An unanswered question leaves the versions unknown, and unknown is not agreed.
            var versions: [NodeID: UUID] = [:]
            if let topology = try? await Contact.readTopology(connection, defaults) {
                for peer in topology.peers { versions[peer.id] = peer.schemaVersion }
            }
            input.yield(.peersAnswered(versions))
        }
    }

    private func reconnect(_ node: NodeID, _ input: AsyncStream<AgreementEvent>.Continuation) {
        guard let lost = topology.peers.first(where: { $0.id == node }) else { return }
        Task(executorPreference: loop) { await self.reconnect(to: lost, input) }
    }

    private func reconnect(to node: Node, _ input: AsyncStream<AgreementEvent>.Continuation) async {
        let result = await connect(to: node)
        // A later attempt may have succeeded before this one failed.
        let isConnected = others[node.id] != nil
        switch result {
        case .failure where isConnected, .success:
            input.yield(.reconnected(node.id))
        case .failure(.unreachable(let error)) where error.isConnectionRefused:
            down.insert(node.id)
            input.yield(.refused(node.id))
        case .failure:
            // Its peers speak for it, in the waits to come as well, until it is announced or surveyed again.
            unreachable.insert(node.id)
        }
    }

    /// A connection to a node other than the coordinator, to ask it about itself.
    func connect(to node: Node) async -> Result<Connection, ConnectionFailure> {
        if let known = others[node.id], await known.isOpen { return .success(known) }
        let greeting = ConnectionSettings(
            credentials: settings.credentials, events: [.schemaChange],
            connectTimeout: patience.connecting ?? settings.connectTimeout)
        do throws(ConnectionFailure) {
            let connection = try await Connection.open(to: node.address, settings: greeting, on: loop).connection
            others[node.id] = connection
            unreachable.remove(node.id)
            down.remove(node.id)
            await observe(connection, of: node.id)
            return .success(connection)
        } catch {
            return .failure(error)
        }
    }
}
