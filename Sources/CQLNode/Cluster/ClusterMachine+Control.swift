import CQLWire

/// What tests do to nodes, and what faults do.
extension ClusterMachine {
    /// Stops a node where it stands (SIGSTOP): it keeps its connections and answers nothing.
    public mutating func pause(_ node: Int, now: Duration) -> [ClusterAction] {
        stopWorking(node, for: nil, now)
        return flush()
    }

    /// Lets a paused node go on; it does first what it was asked for meanwhile.
    public mutating func resume(_ node: Int, now: Duration) -> [ClusterAction] {
        if nodes.indices.contains(node - 1) { goOn(node, now) }
        return flush()
    }

    /// Ends the process of a node (SIGKILL): its connections are reset, and new ones refused.
    public mutating func kill(_ node: Int, now: Duration) -> [ClusterAction] {
        guard nodes.indices.contains(node - 1), nodes[node - 1].condition != .stopped else { return [] }
        stopHeart(node, now)
        nodes[node - 1].condition = .stopped
        postponed[node] = nil
        actions.append(.stopListening(node: node))
        for connection in clientsOf(node) { drop(connection) }
        expectSilence(of: node, now)
        return flush()
    }

    /// Starts a killed node again: a new process with the old data.
    public mutating func restart(_ node: Int, now: Duration) -> [ClusterAction] {
        guard nodes.indices.contains(node - 1), nodes[node - 1].condition == .stopped else { return [] }
        // Two processes of one node never have the same generation, however little time is between them.
        nodes[node - 1].generation = max(
            nodes[node - 1].generation &+ 1, Int32(clamping: clock(of: node, now) / 1_000_000))
        nodes[node - 1].livedBefore = .zero
        actions.append(.listen(node: node))
        startHeart(node, now)
        return flush()
    }

    /// Makes a node forget its prepared statements.
    public mutating func forgetPreparedStatements(of node: Int) {
        if prepared.indices.contains(node - 1) { prepared[node - 1].removeAll() }
    }

    /// Sets how far the clock of a node is ahead.
    public mutating func setClock(of node: Int, ahead offset: Duration) {
        if nodes.indices.contains(node - 1) { nodes[node - 1].clockOffset = offset }
    }

    /// Adds a fault behind the others.
    public mutating func add(_ fault: Fault) { faults.add(fault) }

    /// How often any of the faults has happened that are there.
    public var happenedFaults: Int { faults.happened }

    /// Takes all faults away.
    public mutating func removeFaults() { faults.clear() }

    // MARK: Inside

    mutating func stopWorking(_ node: Int, for duration: Duration?, _ now: Duration) {
        guard nodes.indices.contains(node - 1), nodes[node - 1].condition == .running else { return }
        stopHeart(node, now)
        nodes[node - 1].condition = .paused
        expectSilence(of: node, now)
        if let duration {
            agenda.add(.resume(node: node, generation: nodes[node - 1].changes), at: now + duration)
        }
    }

    mutating func goOn(_ node: Int, _ now: Duration) {
        guard nodes[node - 1].condition == .paused else { return }
        startHeart(node, now)
        for (request, connection) in postponed.removeValue(forKey: node) ?? [] {
            perform(request, on: connection, now)
        }
        for connection in clientsOf(node) {
            let waiting = clients[connection]?.waiting ?? []
            clients[connection]?.waiting = []
            clients[connection]?.session.receive(waiting)
            readRequests(on: connection, now)
        }
    }

    private mutating func stopHeart(_ node: Int, _ now: Duration) {
        nodes[node - 1].livedBefore += nodes[node - 1].beatingSince.map { now - $0 } ?? .zero
        nodes[node - 1].beatingSince = nil
        nodes[node - 1].changes += 1
    }

    private mutating func startHeart(_ node: Int, _ now: Duration) {
        nodes[node - 1].beatingSince = now
        nodes[node - 1].condition = .running
        nodes[node - 1].changes += 1
        catchUp(node, now)
        agenda.add(.seenUp(node: node, generation: nodes[node - 1].changes), at: now + plan.gossipDelay)
    }

    private mutating func expectSilence(of node: Int, _ now: Duration) {
        agenda.add(.seenDown(node: node, generation: nodes[node - 1].changes), at: now + plan.failureDetection)
    }

    mutating func seenDown(_ node: Int, _ generation: Int) {
        guard nodes[node - 1].changes == generation else { return }
        nodes[node - 1].isSeenDown = true
        tellOthers(.down, of: node)
    }

    mutating func seenUp(_ node: Int, _ generation: Int) {
        guard nodes[node - 1].changes == generation, nodes[node - 1].isSeenDown else { return }
        nodes[node - 1].isSeenDown = false
        tellOthers(.up, of: node)
    }

    private mutating func tellOthers(_ change: ServerEvent.StatusChange, of node: Int) {
        guard let address = nodes[node - 1].address else { return }
        for other in nodes where other.number != node && other.condition == .running {
            tell(.statusChange(change, address), clientsOf: other.number)
        }
    }
}
