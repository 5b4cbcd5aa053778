/// A message from a client to a server (native_protocol_v4.spec §4.1).
public enum Request: Hashable, Sendable {
    /// Opens the connection. The keys are `CQL_VERSION`, `DRIVER_NAME` and so on.
    case startup([String: String])
    /// Asks what the server supports; also the heartbeat of an idle connection.
    case options
    /// A step of the authentication; nil is a null token.
    case authResponse([UInt8]?)
    /// Executes a statement given as text.
    case query(String, QueryParameters)
    /// Prepares a statement given as text.
    case prepare(String)
    /// Executes a prepared statement by its id.
    case execute(id: [UInt8], QueryParameters)
    /// Executes several statements.
    case batch(Batch)
    /// Asks for events on this connection.
    case register([EventType])
}

extension Request {
    /// The opcode of the message.
    public var opcode: Opcode {
        switch self {
        case .startup: .startup
        case .options: .options
        case .authResponse: .authResponse
        case .query: .query
        case .prepare: .prepare
        case .execute: .execute
        case .batch: .batch
        case .register: .register
        }
    }

    /// Writes the message in version 4, without header and prefixes.
    public func encode(into writer: inout ByteWriter) throws(WireError) {
        switch self {
        case .startup(let options): try StartupMessage.encode(options, into: &writer)
        case .options: break
        case .authResponse(let token): try AuthResponseMessage.encode(token, into: &writer)
        case .query(let cql, let parameters): try QueryMessage.encode(cql, parameters, into: &writer)
        case .prepare(let cql): try PrepareMessage.encode(cql, into: &writer)
        case .execute(let id, let parameters): try ExecuteMessage.encode(id, parameters, into: &writer)
        case .batch(let batch): try batch.encode(into: &writer)
        case .register(let types): try RegisterMessage.encode(types, into: &writer)
        }
    }

    /// Reads a message of version 4, which has to end where the bytes end.
    public init(opcode: Opcode, from reader: inout ByteReader) throws(WireError) {
        switch opcode {
        case .startup: self = .startup(try StartupMessage.decode(&reader))
        case .options: self = .options
        case .authResponse: self = .authResponse(try AuthResponseMessage.decode(&reader))
        case .query: self = try QueryMessage.decode(&reader)
        case .prepare: self = .prepare(try PrepareMessage.decode(&reader))
        case .execute: self = try ExecuteMessage.decode(&reader)
        case .batch: self = .batch(try Batch(from: &reader))
        case .register: self = .register(try RegisterMessage.decode(&reader))
        default:
            throw WireError(
                .unsupported,
                field: "the opcode of the frame header",
                needed: "the opcode of a request",
                had: "\(opcode)"
            )
        }
        try reader.finish("the \(opcode) message")
    }
}
