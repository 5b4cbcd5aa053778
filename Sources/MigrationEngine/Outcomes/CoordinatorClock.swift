import CQLClient

/// What a node's clock says, and the newest time at which anybody changed a keyspace by theirs.
///
/// Before 6.0 the newest time stamp wins, whatever came last: a change made by a node whose clock is behind that of the
/// node that made the one before is acknowledged and has no effect. Every change of a keyspace writes the keyspace's own
/// row anew (`SchemaKeyspace.convertSchemaDiffToMutations`, `makeUpdateTableMutation`), so one row tells.
struct CoordinatorClock: Equatable, Sendable {
    /// The newest change, in microseconds since 1970; nil where there is no such keyspace.
    let written: Int64?
    /// The node's clock, in milliseconds since 1970.
    let clock: Int64

    /// How far the node is behind the newest change; nil when it is not.
    var lag: Duration? {
        guard let written else { return nil }
        let (now, overflow) = clock.multipliedReportingOverflow(by: 1000)
        guard !overflow, written > now, written - now >= 1000 else { return nil }
        return .microseconds(written - now)
    }

    /// The question to a node.
    static func question(_ keyspace: String) -> Statement {
        Statement(
            """
            SELECT writetime(durable_writes) AS written, toTimestamp(now()) AS clock FROM system_schema.keyspaces \
            WHERE keyspace_name = ?
            """, [.bytes(Array(keyspace.utf8))], consistency: .one, isPrepared: true)
    }

    /// Its answer; nil where there is no such keyspace.
    init?(_ answer: ResultSet) throws(ClientError) {
        guard let row = answer.rows.first else { return nil }
        do throws(WireError) {
            written = try row.integer("written")
            clock = try row.integer("clock") ?? .max
        } catch {
            throw ClientError(.unreadable(error))
        }
    }

    init(written: Int64?, clock: Int64) {
        self.written = written
        self.clock = clock
    }
}

extension Platform {
    /// Whether a schema change is decided by the clock of its coordinator.
    var decidesSchemaByClock: Bool {
        switch self {
        case .cassandra, .dse: !hasTransactionalMetadata
        // Their schema changes go through one log, or through nodes that a client does not see.
        case .astra, .scylla, .keyspaces: false
        }
    }
}
