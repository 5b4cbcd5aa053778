public import CQLWire
import FoundationEssentials
import SchemaModel

/// A cluster of nodes that keep everything in memory: bytes of clients in, bytes and other actions out.
///
/// A value without sockets and clocks: `now` is the time since the cluster was started. Nodes are counted from 1.
public struct ClusterMachine<Executor: StatementExecutor>: Sendable {
    struct Client: Sendable {
        var session: SessionMachine
        var address: InetEndpoint?
        /// Bytes that came while the node was paused.
        var waiting: [UInt8] = []
    }

    /// The longest that a paused node's connection may have waiting, in bytes; beyond it the connection is reset.
    static var waitingLimit: Int { 16 * 1024 * 1024 }

    /// What the cluster is like.
    public let plan: ClusterPlan
    let profile: ReleaseProfile
    /// The nodes, in the order of their numbers.
    public internal(set) var nodes: [NodeState]
    var executor: Executor
    var faults: FaultBoard
    var agenda = Agenda()
    var clients: [ConnectionID: Client] = [:]
    var prepared: [PreparedRegistry]
    var entropy: EntropySource
    var traces = TraceLog()
    /// Schema changes that wait for nodes that are paused or stopped, by node.
    var missed: [Int: [Int]] = [:]
    /// Answers that a fault keeps back.
    var held: [(bytes: [UInt8], connection: ConnectionID)] = []
    /// The rows of `system_schema` that a node has failed to remove, by node.
    var leftovers: [Int: [SystemRow]] = [:]
    /// The keyspaces of connections that are gone and have left requests behind.
    var leftBehind: [ConnectionID: String] = [:]
    /// Requests that a paused node does when it goes on, by node.
    var postponed: [Int: [(request: IncomingRequest, connection: ConnectionID)]] = [:]
    /// How many requests the nodes have begun with, the handshakes included.
    public internal(set) var requestCount = 0
    /// What was executed; nil: nothing is noted.
    public internal(set) var journal: [ExecutedStatement]?
    /// Events that the clients of a node are told of behind the answer under way.
    var unpublished: [(event: ServerEvent, node: Int)] = []
    var actions: [ClusterAction] = []
    private var timer: Duration?

    /// A cluster of running nodes that do not listen yet.
    public init(_ plan: ClusterPlan, executor: Executor) {
        self.plan = plan
        self.executor = executor
        profile = ReleaseProfile(plan.release)
        faults = FaultBoard(plan.faults)
        entropy = EntropySource(seed: plan.seed)
        let count = plan.dataCenters.count
        prepared = Array(repeating: PreparedRegistry(), count: count)
        nodes = plan.dataCenters.enumerated().map { index, dataCenter in
            let number = index + 1
            let version = executor.schemaVersion(of: number)
            return NodeState(
                number: number, hostID: Identity.host(number, seed: plan.seed), dataCenter: dataCenter, rack: "rack1",
                tokens: TokenRing.tokens(ofNode: number, of: count),
                generation: Int32(clamping: plan.startTime / 1_000_000), schemaVersion: version,
                rumouredVersion: version, beatingSince: .zero)
        }
    }

    /// Ends an entry: the actions that came of it, with the timer where it changes.
    mutating func flush() -> [ClusterAction] {
        publishChanges()
        if agenda.nextTime != timer {
            timer = agenda.nextTime
            actions.append(.setTimer(timer))
        }
        defer { actions = [] }
        return actions
    }

    // MARK: Connections

    /// A node listens.
    public mutating func listening(_ node: Int, at address: InetEndpoint) {
        guard nodes.indices.contains(node - 1) else { return }
        nodes[node - 1].address = address
    }

    /// Somebody has connected.
    public mutating func accepted(_ connection: ConnectionID, from address: InetEndpoint?) {
        clients[connection] = Client(session: SessionMachine(profile, login: plan.login), address: address)
    }

    /// Bytes have come.
    public mutating func received(_ bytes: [UInt8], on connection: ConnectionID, now: Duration) -> [ClusterAction] {
        guard nodes.indices.contains(connection.node - 1), clients[connection] != nil else { return [] }
        switch nodes[connection.node - 1].condition {
        case .running:
            clients[connection]?.session.receive(bytes)
            readRequests(on: connection, now)
        case .paused:
            clients[connection]?.waiting += bytes
            if clients[connection]?.waiting.count ?? 0 > Self.waitingLimit { drop(connection) }
        case .stopped: drop(connection)
        }
        return flush()
    }

    /// A connection is gone, whoever ended it; what was put off for it is still done, and its answer goes nowhere.
    public mutating func closed(_ connection: ConnectionID) -> [ClusterAction] {
        forget(connection)
        return flush()
    }

    /// The time that was asked for has come.
    public mutating func timerFired(now: Duration) -> [ClusterAction] {
        timer = nil
        while let item = agenda.takeDue(now: now) { happen(item, now) }
        return flush()
    }

    func clientsOf(_ node: Int) -> [ConnectionID] {
        clients.keys.filter { $0.node == node }.sorted { $0.number < $1.number }
    }

    mutating func forget(_ connection: ConnectionID) {
        let keyspace = clients[connection]?.session.keyspace
        clients[connection] = nil
        agenda.removeAll(for: connection)
        let isPutOff = postponed.values.joined().contains { $0.connection == connection }
        if let keyspace, isPutOff || agenda.performs(for: connection) { leftBehind[connection] = keyspace }
        held.removeAll { $0.connection == connection }
    }

    mutating func drop(_ connection: ConnectionID) {
        actions.append(.reset(connection))
        forget(connection)
    }

    // MARK: Time

    private mutating func happen(_ item: Agenda.Item, _ now: Duration) {
        switch item {
        case .schemaReaches(let node, let change): schemaReaches(node, change, now)
        case .rumour(let node): nodes[node - 1].rumouredVersion = nodes[node - 1].schemaVersion
        case .seenDown(let node, let generation): seenDown(node, generation)
        case .seenUp(let node, let generation): seenUp(node, generation)
        case .resume(let node, let generation):
            if nodes[node - 1].changes == generation { goOn(node, now) }
        case .send(let bytes, let connection): send(bytes, to: connection)
        case .perform(let request, let connection): perform(request, on: connection, now)
        }
    }

    /// The wall clock of a node, in microseconds since 1970.
    func clock(of node: Int, _ now: Duration) -> Int64 {
        plan.startTime &+ (now + nodes[node - 1].clockOffset).microseconds
    }

    mutating func send(_ bytes: [UInt8], to connection: ConnectionID) {
        guard clients[connection] != nil, nodes[connection.node - 1].condition == .running else { return }
        actions.append(.send(bytes, to: connection))
    }
}

extension Duration {
    /// In whole microseconds.
    var microseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds &* 1_000_000 &+ attoseconds / 1_000_000_000_000
    }
}
