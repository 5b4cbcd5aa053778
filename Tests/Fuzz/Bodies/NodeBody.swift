import CQLNode
import CQLSyntax
import CQLWire

/// Takes any bytes as what a client sends to an embedded node, and holds the node to what is true of every client.
///
/// The first byte says which release the node plays and whether what follows are statements, one a line, or the bytes
/// of frames as they come.
public func fuzzNode(_ bytes: [UInt8]) throws(BrokenInvariant) {
    guard let control = bytes.first else { return }
    let releases: [CassandraRelease] = [.v311, .v41, .v50, .v60]
    var client = NodeClient(release: releases[Int(control & 3)])
    try client.greet()
    if control & 4 == 0 {
        for line in bytes.dropFirst().split(separator: 0x0A) {
            try client.run(String(decoding: line, as: UTF8.self))
        }
    } else {
        try client.send(Array(bytes.dropFirst()))
    }
    // Whatever has been done to it, the next client finds a node that answers, with a schema that can be read.
    try client.reconnect()
    for table in ["keyspaces", "tables", "columns", "dropped_columns", "types", "indexes"] {
        try client.readAll("SELECT * FROM system_schema.\(table) WHERE keyspace_name = 'k'")
    }
}

/// A client of one node without a socket.
private struct NodeClient {
    private var machine: ClusterMachine<CQLExecutor>
    private var connection = ConnectionID(node: 1, number: 1)
    private var received: [RawFrame] = []
    private var isOpen = false

    init(release: CassandraRelease) {
        let plan = ClusterPlan(release: release, startTime: 1_800_000_000_000_000)
        machine = ClusterMachine(plan, executor: CQLExecutor(plan))
    }

    /// Connects and makes a keyspace to work in.
    mutating func greet() throws(BrokenInvariant) {
        try open()
        try run(
            "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
        try run("USE k")
    }

    /// Connects once more.
    mutating func reconnect() throws(BrokenInvariant) {
        connection = ConnectionID(node: 1, number: connection.number + 1)
        try open()
    }

    private mutating func open() throws(BrokenInvariant) {
        machine.accepted(connection, from: nil)
        isOpen = true
        guard case .ready = try answer(to: .startup(["CQL_VERSION": "3.0.0"])) else {
            throw BrokenInvariant("the node does not greet")
        }
    }

    /// Runs a statement, and once more by its prepared form where it has no markers.
    mutating func run(_ cql: String) throws(BrokenInvariant) {
        _ = try answer(to: .query(cql, QueryParameters(consistency: .one)))
        guard case .result(.prepared(let prepared)) = try answer(to: .prepare(cql)),
            prepared.markers.isEmpty
        else { return }
        _ = try answer(to: .execute(id: prepared.id, QueryParameters(consistency: .one)))
    }

    /// Runs a query whose rows can all be read.
    mutating func readAll(_ cql: String) throws(BrokenInvariant) {
        guard case .result(.rows(let rows)) = try answer(to: .query(cql, QueryParameters(consistency: .one))) else {
            throw BrokenInvariant("\(cql) does not give rows")
        }
        for row in rows {
            for index in row.columns.indices {
                do throws(WireError) { _ = try row.value(at: index) } catch {
                    throw BrokenInvariant("\(cql): \(row.columns[index].name): \(error)")
                }
            }
        }
    }

    /// Sends bytes that need not be frames; whatever comes back is frames.
    mutating func send(_ bytes: [UInt8]) throws(BrokenInvariant) {
        try take(machine.received(bytes, on: connection, now: .zero))
        for frame in received {
            do throws(WireError) { _ = try ResponseEnvelope(frame) } catch {
                // A version that is not spoken is refused in words of that version.
                try require(frame.header.version != .v4, "an answer cannot be read: \(error)")
            }
        }
        received = []
    }

    /// A request has one answer.
    private mutating func answer(to request: Request) throws(BrokenInvariant) -> Response {
        let bytes: [UInt8]
        do throws(WireError) { bytes = try RequestEnvelope(request).frame(stream: 1).bytes } catch {
            throw BrokenInvariant("\(request) cannot be sent: \(error)")
        }
        try take(machine.received(bytes, on: connection, now: .zero))
        try require(isOpen, "the connection is closed after \(request)")
        try require(received.count == 1, "\(received.count) answers to \(request)")
        let frame = received.removeFirst()
        do throws(WireError) { return try ResponseEnvelope(frame).message } catch {
            throw BrokenInvariant("the answer to \(request) cannot be read: \(error)")
        }
    }

    private mutating func take(_ actions: [ClusterAction]) throws(BrokenInvariant) {
        for action in actions {
            switch action {
            case .send(let bytes, _):
                var decoder = FrameDecoder(receiving: .response)
                decoder.append(bytes)
                do throws(WireError) {
                    while let frame = try decoder.next() { received.append(frame) }
                } catch {
                    throw BrokenInvariant("what the node sends is no frame: \(error)")
                }
                try require(decoder.pendingByteCount == 0, "half a frame is sent")
            case .close, .reset: isOpen = false
            case .setTimer, .listen, .stopListening: break
            }
        }
    }
}
