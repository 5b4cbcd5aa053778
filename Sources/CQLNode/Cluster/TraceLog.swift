import CQLWire
import FoundationEssentials

/// The latest traces: what `system_traces.sessions` has.
struct TraceLog: Sendable {
    /// One traced request.
    struct Session: Sendable {
        let id: UUID
        let client: InetAddress?
        let coordinator: InetEndpoint?
        let command: String
        let request: String
        let parameters: [(key: String, value: String)]
        /// In milliseconds since 1970.
        let startedAt: Int64
    }

    private static let capacity = 100

    private(set) var sessions: [Session] = []

    mutating func add(_ session: Session) {
        if sessions.count == Self.capacity { sessions.removeFirst() }
        sessions.append(session)
    }
}

extension IncomingRequest {
    /// What a trace calls the request.
    var tracedName: String {
        switch message {
        case .prepare: "Preparing CQL3 query"
        case .execute: "Execute CQL3 prepared query"
        case .batch: "Execute batch of CQL3 queries"
        default: "Execute CQL3 query"
        }
    }

    /// What a trace tells of the request.
    var tracedParameters: [(key: String, value: String)] {
        switch message {
        case .query(let cql, let parameters):
            [("consistency_level", "\(parameters.consistency)"), ("query", cql)]
        case .execute(_, let parameters): [("consistency_level", "\(parameters.consistency)")]
        case .prepare(let cql): [("query", cql)]
        case .batch(let batch): [("consistency_level", "\(batch.consistency)")]
        default: []
        }
    }
}
