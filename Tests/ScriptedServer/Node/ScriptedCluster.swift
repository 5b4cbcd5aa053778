public import CQLWire
public import EventLoop

/// The script of a cluster: handshakes, system tables, prepared statements and faults; what else there is, its content
/// knows.
public struct ScriptedCluster<Content: ClusterContent>: ServerScript {
    /// What the cluster holds.
    public var content: Content
    /// The nodes, one for each address that the server listens on.
    public var nodes: [NodeDescription]
    /// The name of the cluster.
    public var name = "Scripted Cluster"
    /// What the nodes say in SUPPORTED.
    public var supported = [
        "CQL_VERSION": ["3.4.7"], "COMPRESSION": [], "PROTOCOL_VERSIONS": ["3/v3", "4/v4", "5/v5"],
    ]
    /// Who may log in, and with which password; nil: everybody.
    public var login: (user: String, password: String)?
    /// Whether the nodes have `system.peers_v2`.
    public var hasPeersV2 = true
    /// What goes wrong; the first fault that applies to a request happens.
    public var faults: [Fault] = []
    /// How many of the next executions find their statement forgotten.
    public var forgetsPrepared = 0

    /// Every request that came, in order.
    public private(set) var requests: [ReceivedRequest] = []
    /// Answers that a fault keeps back.
    public private(set) var held: [Reaction] = []
    /// The connections that are registered for events.
    public private(set) var registered: [ServedConnection] = []
    /// The connections that stand.
    public private(set) var connections: [ServedConnection] = []
    private(set) var addresses: [SocketAddress] = []
    private var prepared: [[UInt8]: String] = [:]
    private var preparedCount = 0

    /// A cluster of so many nodes.
    public init(_ content: Content, nodes: Int = 1) {
        self.content = content
        self.nodes = (0..<nodes).map { NodeDescription(UInt8(truncatingIfNeeded: $0 + 1)) }
    }

    /// Takes out the answers that a fault kept back.
    public mutating func releaseHeld() -> [Reaction] {
        defer { held = [] }
        return held
    }

    /// How many requests of a kind came.
    public func count(_ opcode: Opcode) -> Int { requests.count { $0.message.opcode == opcode } }

    /// How many requests came with these words in a statement.
    public func count(statementsWith words: String) -> Int {
        requests.count { texts(of: $0.message).contains { $0.contains(words) } }
    }

    // MARK: The server

    /// Remembers the addresses, for the peers' rows.
    public mutating func listening(on addresses: [SocketAddress]) { self.addresses = addresses }

    /// Waits for the client to begin.
    public mutating func accepted(_ connection: ServedConnection) throws(WireError) -> [Reaction] {
        connections.append(connection)
        return []
    }

    /// Forgets the connection.
    public mutating func closed(_ connection: ServedConnection) {
        connections.removeAll { $0 == connection }
        registered.removeAll { $0 == connection }
    }

    /// Answers a request as a node would, or as a fault says.
    public mutating func received(_ request: ReceivedRequest) throws(WireError) -> [Reaction] {
        requests.append(request)
        let texts = texts(of: request.message)
        guard let index = faults.firstIndex(where: { $0.times > 0 && $0.condition.holds(for: request, texts: texts) })
        else { return [try request.answer(try answer(to: request))] }
        faults[index].times -= 1
        switch faults[index].effect {
        case .silence: return []
        case .close: return [.close(request.connection)]
        case .answer(let response): return [try request.answer(response)]
        case .bytes(let bytes): return [.send(bytes, to: request.connection)]
        case .bytesAndClose(let bytes): return [.send(bytes, to: request.connection), .close(request.connection)]
        case .silenceAfter:
            _ = try answer(to: request)
            return []
        case .closeAfter:
            _ = try answer(to: request)
            return [.close(request.connection)]
        case .answerAfter(let response):
            _ = try answer(to: request)
            return [try request.answer(response)]
        case .warn(let warnings): return [try request.answer(try answer(to: request), warnings: warnings)]
        case .hold:
            held.append(try request.answer(try answer(to: request)))
            return []
        }
    }

    // MARK: Answers

    private func texts(of message: Request) -> [String] {
        switch message {
        case .query(let cql, _), .prepare(let cql): [cql]
        case .execute(let id, _): prepared[id].map { [$0] } ?? []
        case .batch(let batch): batch.statements.compactMap { text(of: $0.source) }
        case .startup, .options, .authResponse, .register: []
        }
    }

    private func text(of source: Batch.Source) -> String? {
        switch source {
        case .cql(let text): text
        case .prepared(let id): prepared[id]
        }
    }

    private mutating func answer(to request: ReceivedRequest) throws(WireError) -> Response {
        switch request.message {
        case .options: return .supported(supported)
        case .startup:
            return login == nil ? .ready : .authenticate("org.apache.cassandra.auth.PasswordAuthenticator")
        case .authResponse(let token): return authenticate(token)
        case .register:
            registered.append(request.connection)
            return .ready
        case .prepare(let cql): return .result(.prepared(prepare(cql)))
        case .query(let cql, let parameters):
            return try run(ReceivedStatement([part(cql, parameters)], parameters, node: request.connection.node))
        case .execute(let id, let parameters):
            guard let cql = known(id) else { return unprepared(id) }
            return try run(ReceivedStatement([part(cql, parameters)], parameters, node: request.connection.node))
        case .batch(let batch): return try run(batch, node: request.connection.node)
        }
    }

    private func authenticate(_ token: [UInt8]?) -> Response {
        guard let login, token == [0] + Array(login.user.utf8) + [0] + Array(login.password.utf8) else {
            return .error(ServerError(.badCredentials, "Provided username and/or password are incorrect"))
        }
        return .authSuccess(nil)
    }

    // MARK: Prepared statements

    private mutating func prepare(_ cql: String) -> PreparedStatement {
        let known = prepared.first { $0.value == cql }?.key
        if known == nil { preparedCount += 1 }
        let id = known ?? Array("statement \(preparedCount)".utf8)
        prepared[id] = cql
        return PreparedStatement(id: id, markers: [], result: RowsMetadata(columnCount: 0))
    }

    private mutating func known(_ id: [UInt8]) -> String? {
        guard forgetsPrepared > 0 else { return prepared[id] }
        forgetsPrepared -= 1
        prepared[id] = nil
        return nil
    }

    private func unprepared(_ id: [UInt8]) -> Response {
        .error(ServerError(.unprepared, "Prepared query not found", details: .unprepared(id: id)))
    }

    private mutating func run(_ batch: Batch, node: Int) throws(WireError) -> Response {
        var parts: [ReceivedStatement.Part] = []
        for statement in batch.statements {
            switch statement.source {
            case .cql(let text): parts.append(ReceivedStatement.Part(cql: text, values: statement.values))
            case .prepared(let id):
                guard let text = known(id) else { return unprepared(id) }
                parts.append(ReceivedStatement.Part(cql: text, values: statement.values))
            }
        }
        return try run(ReceivedStatement(parts, batch, node: node))
    }

    private func part(_ cql: String, _ parameters: QueryParameters) -> ReceivedStatement.Part {
        guard case .positional(let values) = parameters.values else {
            return ReceivedStatement.Part(cql: cql, values: [])
        }
        return ReceivedStatement.Part(cql: cql, values: values)
    }

    private mutating func run(_ statement: ReceivedStatement) throws(WireError) -> Response {
        if let response = try systemAnswer(to: statement) { return response }
        if let response = try content.run(statement) { return response }
        return .error(ServerError(.invalid, "there is no table for \(statement.cql)"))
    }
}
