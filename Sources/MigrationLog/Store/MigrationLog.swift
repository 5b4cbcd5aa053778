public import CQLClient
import FoundationEssentials

/// The append-only log in `cqlmig_log` of one history keyspace.
///
/// A row can only be added at the next free number, by a condition that the cluster decides; so whoever writes the next
/// row knows every row before it, and of two runners that believe to hold the lock only one gets to write.
public struct MigrationLog: Sendable {
    private let cluster: Cluster
    private let table: LogTable
    private let serialConsistency: Consistency
    private let appendTimeout: Duration
    private let clock: MonotonicClock

    /// Where the log stands.
    public let keyspace: HistoryKeyspace

    /// How long a read is tried that keeps meeting writes.
    private static let readTimeout = Duration.seconds(20)

    /// The log in a keyspace whose tables are there: see `HistoryTables`.
    ///
    /// - Parameters:
    ///   - serialConsistency: `.serial`, or `.localSerial` when all runners are in one data centre.
    ///   - appendTimeout: How long an append is tried before its outcome is left open.
    public init(
        in keyspace: HistoryKeyspace, of cluster: Cluster, serialConsistency: Consistency,
        appendTimeout: Duration = .seconds(30)
    ) {
        self.init(
            in: keyspace, of: cluster, serialConsistency: serialConsistency, appendTimeout: appendTimeout,
            clock: cluster.clock)
    }

    init(
        in keyspace: HistoryKeyspace, of cluster: Cluster, serialConsistency: Consistency, appendTimeout: Duration,
        clock: MonotonicClock
    ) {
        self.cluster = cluster
        self.keyspace = keyspace
        self.serialConsistency = serialConsistency
        self.appendTimeout = appendTimeout
        self.clock = clock
        table = LogTable(quotedKeyspace: keyspace.quotedName)
    }

    /// Adds the rows that are not in `history` yet to it.
    ///
    /// - Parameter consistency: Serial unless said otherwise: that sees every append that was answered.
    /// - Throws: `LogError.client`.
    public func update(_ history: inout History, consistency: Consistency? = nil) async throws(LogError) {
        var sum = history
        try await forEachEntry(after: sum.lastSeq, withTexts: false, consistency: consistency) { sum.add($0) }
        history = sum
    }

    /// Every row after `seq`, in order.
    ///
    /// - Parameter withTexts: Whether the entries carry the texts of the scripts.
    /// - Throws: `LogError.client`.
    public func forEachEntry(
        after seq: Int64 = 0, withTexts: Bool = false, consistency: Consistency? = nil, _ body: (LogEntry) -> Void
    ) async throws(LogError) {
        var last = seq
        var pause = Duration.milliseconds(20)
        let deadline = clock.now() + Self.readTimeout
        while true {
            do throws(ClientError) {
                let statement: Statement
                do throws(WireError) {
                    statement = try table.select(
                        after: last, withTexts: withTexts, consistency: consistency ?? serialConsistency)
                } catch {
                    throw ClientError(.unwritable(error))
                }
                try await cluster.forEachRow(of: statement) { row throws(WireError) in
                    let entry = try table.read(row)
                    last = entry.seq
                    body(entry)
                }
                return
            } catch {
                // A SERIAL read that meets a write under way may time out; that is routine. It goes on where it was.
                guard error.isRoutineContention, clock.now() < deadline else { throw .client(error) }
            }
            await clock.pause(for: pause)
            pause = min(pause * 2, .milliseconds(500))
        }
    }

    /// Appends rows after the last one of `history`, all or none, and adds them to it.
    ///
    /// A write whose answer is lost is repeated with the same ids until it is known: refused by rows with these very ids
    /// means that it had been written.
    ///
    /// - Throws: `LogError.fenced` when somebody else has written there; `appendUnknown` when it is not known whether the
    ///   rows are written; `client` when they are not.
    public func append(_ entries: [LogEntry], to history: inout History) async throws(LogError) {
        guard !entries.isEmpty else { return }
        var numbered = entries
        for index in numbered.indices { numbered[index].seq = history.lastSeq + 1 + Int64(index) }
        var statements: [Statement] = []
        do throws(WireError) {
            for entry in numbered { statements.append(try table.insert(entry)) }
        } catch {
            throw .client(ClientError(.unwritable(error)))
        }
        guard try await write(statements, for: numbered[0]) else {
            throw .fenced(by: await successor(of: history.lastSeq))
        }
        for entry in numbered { history.add(entry) }
    }

    /// Writes the rows, of which `first` is the first, unless others stand in their place; false when they do.
    private func write(_ statements: [Statement], for first: LogEntry) async throws(LogError) -> Bool {
        let deadline = clock.now() + appendTimeout
        var pause = Duration.milliseconds(20)
        var wasSent = false
        var attempt = 0
        while true {
            switch await clock.uninterrupted({ [attempt] in await self.attempt(attempt, statements, for: first) }) {
            case .success(let isWritten): return isWritten
            case .failure(let error):
                if error.outcome == .unknown { wasSent = true }
                // What is refused now will be refused again.
                guard error.outcome != .rejected, clock.now() < deadline else {
                    throw wasSent ? .appendUnknown(error) : .client(error)
                }
            }
            attempt += 1
            await clock.pause(for: pause)
            pause = min(pause * 2, .milliseconds(500))
        }
    }

    private func attempt(
        _ number: Int, _ statements: [Statement], for first: LogEntry
    ) async -> Result<Bool, ClientError> {
        do throws(ClientError) {
            let result =
                statements.count == 1
                ? try await cluster.executeAnywhere(statements[0], attempt: number)
                : try await cluster.executeAnywhere(BatchStatement(statements), attempt: number)
            do throws(ClientError) {
                // Refused by what stands there: that may be these rows, from an attempt whose answer was lost.
                return .success(try await isApplied(result, number, first))
            } catch {
                // The write was sent, whatever is said of the reading.
                throw ClientError(error.kind, node: error.node, outcome: .unknown)
            }
        } catch {
            return .failure(error)
        }
    }

    private func isApplied(
        _ result: ResultSet, _ number: Int, _ first: LogEntry
    ) async throws(ClientError) -> Bool {
        if try readable({ () throws(WireError) in try result.wasApplied() }) == true { return true }
        let select = try readable { () throws(WireError) in
            try table.select(after: first.seq - 1, withTexts: false, consistency: serialConsistency)
        }
        let found = try await cluster.executeAnywhere(select, attempt: number)
        return try readable { () throws(WireError) in try found.rows.first?.uuid("id") == first.id }
    }

    private func readable<Value>(_ body: () throws(WireError) -> Value) throws(ClientError) -> Value {
        do throws(WireError) { return try body() } catch { throw ClientError(.unreadable(error)) }
    }

    /// The row after `seq`, if it can be read: it is there to be shown.
    private func successor(of seq: Int64) async -> LogEntry? {
        var next: LogEntry?
        do throws(LogError) { try await forEachEntry(after: seq) { next = next ?? $0 } } catch { return nil }
        return next
    }
}
