import FoundationEssentials

/// Waits until every node that is up has the coordinator's version of the schema.
///
/// A value: answers, events and the time go in, questions and the verdict come out. Each node is asked itself, on a
/// connection of its own. `system.peers` of the coordinator lags by up to two seconds because gossip feeds it, and so
/// stands in only for nodes that cannot be reached from here. An event of a changed schema hastens the next question
/// and proves nothing.
struct SchemaAgreementMachine: Equatable, Sendable {
    enum Action: Equatable, Sendable {
        /// Ask the node for its own `schema_version`.
        case ask(NodeID)
        /// Ask the coordinator what its `system.peers` says of the nodes that cannot be asked.
        case askPeers
        /// Call `timerFired` at this time, and forget the time said before.
        case setTimer(ContinuousClock.Instant)
        case finish(Verdict)
    }

    enum Verdict: Equatable, Sendable {
        /// The version that all have, and the nodes that went down meanwhile and may not have it.
        case agreed(UUID, without: [NodeID])
        case timedOut(SchemaDisagreement)
        case coordinatorLost
    }

    private enum Source: Equatable {
        case itself
        case peers
    }

    private struct NodeState: Equatable {
        var source: Source
        var version: UUID?
        var isBeingAsked = false
        /// An event came while the answer was under way, which may be older than the event.
        var mustAskAgain = false
    }

    private let coordinator: NodeID
    private let started: ContinuousClock.Instant
    private let deadline: ContinuousClock.Instant
    /// The nodes that have to agree.
    private var nodes: [NodeID: NodeState] = [:]
    /// Nodes that were down from the beginning.
    private var down: Set<NodeID>
    /// Nodes that went down during the wait.
    private var gone: Set<NodeID> = []
    /// Nodes that the coordinator called down, and which have not answered since.
    private var announced: Set<NodeID>
    private var arePeersBeingAsked = false
    private var interval = Duration.milliseconds(4)
    private var nextPoll: ContinuousClock.Instant
    private var timer: ContinuousClock.Instant?
    private var isFinished = false

    /// The pause between two rounds grows to this: a node that was down may take a minute to fetch the schema.
    private static let longestInterval = Duration.milliseconds(250)

    /// - Parameters:
    ///   - coordinator: The node whose schema the others have to have: the one that ran the DDL.
    ///   - reachable: The other nodes that can be asked themselves.
    ///   - unreachable: Nodes that are up as far as anyone knows, but take no connection from here.
    ///   - down: Nodes that are down: the others agree without them unless they come back.
    ///   - announcedDown: Nodes that the coordinator called down and that have not been heard of since.
    init(
        coordinator: NodeID, reachable: [NodeID], unreachable: [NodeID] = [], down: Set<NodeID> = [],
        announcedDown: Set<NodeID> = [], timeout: Duration, now: ContinuousClock.Instant
    ) {
        self.coordinator = coordinator
        self.down = down
        announced = announcedDown
        started = now
        deadline = now + timeout
        nextPoll = now
        for node in reachable { nodes[node] = NodeState(source: .itself) }
        for node in unreachable where nodes[node] == nil {
            if announcedDown.contains(node) { gone.insert(node) } else { nodes[node] = NodeState(source: .peers) }
        }
        nodes[coordinator] = NodeState(source: .itself)
    }

    /// Begins to ask.
    mutating func start(now: ContinuousClock.Instant) -> [Action] { poll(now: now) }

    /// A node told its version.
    mutating func answered(_ node: NodeID, version: UUID?, now: ContinuousClock.Instant) -> [Action] {
        guard !isFinished, nodes[node] != nil else { return [] }
        announced.remove(node)
        nodes[node]?.isBeingAsked = false
        nodes[node]?.version = version
        if nodes[node]?.mustAskAgain == true {
            nodes[node]?.mustAskAgain = false
            return verdict(now: now) ?? ask(node)
        }
        return verdict(now: now) ?? []
    }

    /// The coordinator told what it has heard of the others.
    mutating func peersAnswered(_ versions: [NodeID: UUID], now: ContinuousClock.Instant) -> [Action] {
        guard !isFinished else { return [] }
        arePeersBeingAsked = false
        for (node, state) in nodes where state.source == .peers { nodes[node]?.version = versions[node] }
        return verdict(now: now) ?? []
    }

    /// A node takes no connection any more, though it may be up: from now on its peers speak for it.
    mutating func becameUnreachable(_ node: NodeID, now: ContinuousClock.Instant) -> [Action] {
        guard !isFinished else { return [] }
        if node == coordinator { return finish(.coordinatorLost) }
        guard nodes[node] != nil else { return [] }
        if announced.contains(node) { return wentDown(node, now: now) }
        nodes[node] = NodeState(source: .peers)
        return verdict(now: now) ?? []
    }

    /// A node that could not be asked, or was down, takes connections again.
    mutating func becameReachable(_ node: NodeID, now: ContinuousClock.Instant) -> [Action] {
        let isKnown = nodes[node] != nil || down.contains(node) || gone.contains(node)
        guard !isFinished, isKnown, nodes[node]?.source != .itself else { return [] }
        down.remove(node)
        gone.remove(node)
        nodes[node] = NodeState(source: .itself)
        return ask(node)
    }

    /// The coordinator announced that a node is down. One that still answers is believed before the announcement.
    mutating func announcedDown(_ node: NodeID, now: ContinuousClock.Instant) -> [Action] {
        announced.insert(node)
        guard nodes[node]?.source == .peers else { return [] }
        return wentDown(node, now: now)
    }

    /// The coordinator announced that a node is up.
    mutating func announcedUp(_ node: NodeID) { announced.remove(node) }

    /// A node is known to be down: the others agree without it.
    mutating func wentDown(_ node: NodeID, now: ContinuousClock.Instant) -> [Action] {
        guard !isFinished, nodes[node] != nil else { return [] }
        if node == coordinator { return finish(.coordinatorLost) }
        nodes[node] = nil
        gone.insert(node)
        return verdict(now: now) ?? []
    }

    /// A node announced that its schema changed.
    mutating func schemaChanged(at node: NodeID, now: ContinuousClock.Instant) -> [Action] {
        guard !isFinished, let state = nodes[node], state.source == .itself, !agrees(state) else { return [] }
        guard !state.isBeingAsked else {
            nodes[node]?.mustAskAgain = true
            return []
        }
        return ask(node)
    }

    /// The time that was asked for has come.
    mutating func timerFired(now: ContinuousClock.Instant) -> [Action] {
        guard !isFinished else { return [] }
        timer = nil
        if now >= deadline { return finish(.timedOut(disagreement(now: now))) }
        return now >= nextPoll ? poll(now: now) : updateTimer()
    }

    private mutating func poll(now: ContinuousClock.Instant) -> [Action] {
        var actions: [Action] = []
        // The coordinator is asked in every round: another DDL may have moved it on.
        for node in nodes.keys.sorted() where node == coordinator || !agrees(nodes[node]) {
            guard let state = nodes[node], !state.isBeingAsked else { continue }
            if state.source == .itself { actions += ask(node) }
        }
        if !arePeersBeingAsked, nodes.values.contains(where: { $0.source == .peers && !agrees($0) }) {
            arePeersBeingAsked = true
            actions.append(.askPeers)
        }
        nextPoll = now + interval
        interval = min(interval * 2, Self.longestInterval)
        return actions + updateTimer()
    }

    private mutating func ask(_ node: NodeID) -> [Action] {
        nodes[node]?.isBeingAsked = true
        return [.ask(node)]
    }

    private func agrees(_ state: NodeState?) -> Bool {
        guard let version = state?.version else { return false }
        return version == nodes[coordinator]?.version
    }

    private mutating func verdict(now: ContinuousClock.Instant) -> [Action]? {
        guard let version = nodes[coordinator]?.version, nodes.values.allSatisfy({ agrees($0) }) else { return nil }
        return finish(.agreed(version, without: gone.sorted()))
    }

    private mutating func finish(_ verdict: Verdict) -> [Action] {
        isFinished = true
        return [.finish(verdict)]
    }

    private mutating func updateTimer() -> [Action] {
        let wanted = min(nextPoll, deadline)
        guard wanted != timer else { return [] }
        timer = wanted
        return [.setTimer(wanted)]
    }

    private func disagreement(now: ContinuousClock.Instant) -> SchemaDisagreement {
        SchemaDisagreement(
            coordinator: coordinator,
            versions: nodes.mapValues(\.version),
            waited: started.duration(to: now))
    }
}
