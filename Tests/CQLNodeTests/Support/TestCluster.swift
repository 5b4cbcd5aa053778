import CQLSyntax
import CQLWire
import Testing

@testable import CQLNode

/// A cluster's machine with clients that keep what they get: a test gives the time.
struct TestCluster {
    var machine: ClusterMachine<EchoExecutor>
    var now = Duration.zero
    /// What each client has received.
    private(set) var received: [ConnectionID: [RawFrame]] = [:]
    /// The connections that were ended, and how.
    private(set) var ended: [ConnectionID: String] = [:]
    /// Other actions, in order.
    private(set) var others: [ClusterAction] = []
    private(set) var timer: Duration?
    private var connections: [Int: Int] = [:]

    init(nodes: Int = 1, release: CassandraRelease = .v50, _ change: (inout ClusterPlan) -> Void = { _ in }) {
        var plan = ClusterPlan(nodes: nodes, release: release, startTime: 1_800_000_000_000_000)
        change(&plan)
        machine = ClusterMachine(plan, executor: EchoExecutor(nodes: nodes))
        for node in 1...nodes {
            if let address = InetAddress(bytes: [127, 0, 0, UInt8(node)]) {
                machine.listening(node, at: InetEndpoint(address: address, port: 9042))
            }
        }
    }

    /// Connects without a greeting.
    mutating func connectBare(to node: Int = 1) -> ConnectionID {
        connections[node, default: 0] += 1
        let connection = ConnectionID(node: node, number: connections[node] ?? 0)
        machine.accepted(connection, from: nil)
        return connection
    }

    /// Connects and greets.
    mutating func connect(to node: Int = 1, events: [EventType] = []) throws -> ConnectionID {
        let connection = connectBare(to: node)
        try send(.startup(["CQL_VERSION": "3.0.0"]), on: connection)
        if !events.isEmpty { try send(.register(events), on: connection) }
        received[connection] = []
        return connection
    }

    mutating func send(_ request: Request, on connection: ConnectionID, stream: Int16 = 1, tracing: Bool = false) throws
    {
        send(try RequestEnvelope(request, tracing: tracing).frame(stream: stream).bytes, on: connection)
    }

    mutating func query(_ cql: String, on connection: ConnectionID, stream: Int16 = 1) throws {
        try send(.query(cql, QueryParameters(consistency: .one)), on: connection, stream: stream)
    }

    mutating func send(_ bytes: [UInt8], on connection: ConnectionID) {
        apply(machine.received(bytes, on: connection, now: now))
    }

    /// Lets time pass, with everything that happens meanwhile at its time.
    mutating func pass(_ duration: Duration) {
        let end = now + duration
        while let time = timer, time <= end {
            now = time
            timer = nil
            apply(machine.timerFired(now: now))
        }
        now = end
    }

    mutating func apply(_ actions: [ClusterAction]) {
        for action in actions {
            switch action {
            case .send(let bytes, let connection):
                var decoder = FrameDecoder(receiving: .response)
                decoder.append(bytes)
                while let frame = try? decoder.next() { received[connection, default: []].append(frame) }
            case .close(let connection): ended[connection] = "closed"
            case .reset(let connection): ended[connection] = "reset"
            case .setTimer(let time): timer = time
            case .listen, .stopListening: others.append(action)
            }
        }
    }

    /// Takes the answers that a client has, with their streams.
    mutating func answers(on connection: ConnectionID) throws -> [(stream: Int16, message: Response)] {
        let frames = received.updateValue([], forKey: connection) ?? []
        return try frames.map { ($0.header.stream, try ResponseEnvelope($0).message) }
    }

    /// Takes the one answer that a client has.
    mutating func answer(on connection: ConnectionID) throws -> Response {
        let answers = try answers(on: connection)
        try #require(answers.count == 1, "there are \(answers.count) answers")
        return answers[0].message
    }

    /// Takes the frames that a client has.
    mutating func frames(on connection: ConnectionID) -> [RawFrame] {
        received.updateValue([], forKey: connection) ?? []
    }

    static func text(_ text: String) throws -> Response {
        .result(
            .rows(
                try Rows(metadata: RowsMetadata(columns: [EchoExecutor.column]), rows: [[Array(text.utf8)]])))
    }

    static func refused(_ code: ServerErrorCode, _ message: String) -> Response {
        .error(ServerError(code, message))
    }
}
