import CQLWire
import SchemaModel

/// How a change of the schema gets from its coordinator to the other nodes, and who is told.
extension ClusterMachine {
    /// The coordinator has made a change: it knows it at once, the others later.
    mutating func spread(_ change: Int, _ what: CQLWire.SchemaChange, from coordinator: Int, _ now: Duration) {
        noteVersion(of: coordinator, now)
        unpublished.append((.schemaChange(what), coordinator))
        for node in nodes where node.number != coordinator {
            agenda.add(.schemaReaches(node: node.number, change: change), at: now + plan.schemaDelay)
        }
    }

    mutating func schemaReaches(_ node: Int, _ change: Int, _ now: Duration) {
        guard nodes[node - 1].condition == .running else {
            missed[node, default: []].append(change)
            return
        }
        if let what = executor.learn(change, at: node) { unpublished.append((.schemaChange(what), node)) }
        noteVersion(of: node, now)
    }

    /// A node that was away hears of what it has missed.
    mutating func catchUp(_ node: Int, _ now: Duration) {
        for change in missed.removeValue(forKey: node) ?? [] {
            agenda.add(.schemaReaches(node: node, change: change), at: now + plan.schemaDelay)
        }
    }

    /// Keeps the rows of what a node no longer has.
    mutating func leaveRows(of before: Catalogue, at node: Int) {
        let release = plan.release
        func rows(of catalogue: Catalogue) -> [SystemRow] {
            catalogue.keyspaces.values.flatMap { $0.rows(for: release) }
        }
        let present = Set(rows(of: executor.catalogue(of: node)).map { SchemaRows.key(of: $0, release) })
        let gone = rows(of: before).filter { !present.contains(SchemaRows.key(of: $0, release)) }
        let keys = Set(gone.map { SchemaRows.key(of: $0, release) })
        leftovers[node] = (leftovers[node] ?? []).filter { !keys.contains(SchemaRows.key(of: $0, release)) } + gone
    }

    private mutating func noteVersion(of node: Int, _ now: Duration) {
        let version = executor.schemaVersion(of: node)
        guard nodes[node - 1].schemaVersion != version else { return }
        nodes[node - 1].schemaVersion = version
        agenda.add(.rumour(node: node), at: now + plan.gossipDelay)
    }

    /// Tells the clients of what has changed at their node, behind the answer to whoever changed it.
    mutating func publishChanges() {
        let events = unpublished
        unpublished = []
        for (event, node) in events { tell(event, clientsOf: node) }
    }

    /// Sends an event to the clients of a node that registered for its kind.
    mutating func tell(_ event: ServerEvent, clientsOf node: Int) {
        guard let frame = try? ResponseEnvelope(.event(event)).frame(stream: -1) else { return }
        for connection in clientsOf(node) where clients[connection]?.session.events.contains(event.type) == true {
            send(frame.bytes, to: connection)
        }
    }
}
