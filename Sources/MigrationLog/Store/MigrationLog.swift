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

    /// Where the log stands.
    public let keyspace: HistoryKeyspace

    /// How long a read is tried that keeps meeting writes.
    private static let readTimeout = Duration.seconds(20)

    /// How long an append is tried before its outcome is left open.
    private static let appendTimeout = Duration.seconds(30)

    /// The log in a keyspace whose tables are there: see `HistoryTables`.
    ///
    /// - Parameter serialConsistency: `.serial`, or `.localSerial` when all runners are in one data centre.
    public init(in keyspace: HistoryKeyspace, of cluster: Cluster, serialConsistency: Consistency) {
        self.cluster = cluster
        self.keyspace = keyspace
        self.serialConsistency = serialConsistency
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
        let deadline = ContinuousClock.now + Self.readTimeout
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
                guard error.isRoutineContention, ContinuousClock.now < deadline else { throw .client(error) }
            }
            await uninterruptedPause(pause)
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
        var numbered = entries
        for index in numbered.indices { numbered[index].seq = history.lastSeq + 1 + Int64(index) }
        var statements: [Statement] = []
        do throws(WireError) {
            for entry in numbered { statements.append(try table.insert(entry)) }
        } catch {
            throw .client(ClientError(.unwritable(error)))
        }
        let deadline = ContinuousClock.now + Self.appendTimeout
        var pause = Duration.milliseconds(20)
        var wasSent = false
        var attempt = 0
        while true {
            do throws(ClientError) {
                guard try await write(statements, for: numbered, attempt) else { break }
                for entry in numbered { history.add(entry) }
                return
            } catch {
                wasSent = wasSent || error.outcome != .notSent
                if error.outcome == .rejected { throw .client(error) }
                guard ContinuousClock.now < deadline else {
                    throw wasSent ? .appendUnknown(error) : .client(error)
                }
            }
            attempt += 1
            await uninterruptedPause(pause)
            pause = min(pause * 2, .milliseconds(500))
        }
        var other: LogEntry?
        try await forEachEntry(after: history.lastSeq) { other = other ?? $0 }
        throw .fenced(by: other)
    }

    /// Writes the rows unless others stand in their place; false when they do.
    private func write(
        _ statements: [Statement], for entries: [LogEntry], _ attempt: Int
    ) async throws(ClientError) -> Bool {
        let result =
            statements.count == 1
            ? try await cluster.executeAnywhere(statements[0], attempt: attempt)
            : try await cluster.executeAnywhere(BatchStatement(statements), attempt: attempt)
        do throws(WireError) {
            if try result.wasApplied() == true { return true }
        } catch {
            throw ClientError(.unreadable(error), outcome: .unknown)
        }
        // Refused by what stands there: that may be these rows, from an attempt whose answer was lost.
        guard let first = entries.first else { return true }
        var isOurs = false
        let statement: Statement
        do throws(WireError) {
            statement = try table.select(after: first.seq - 1, withTexts: false, consistency: serialConsistency)
        } catch {
            throw ClientError(.unwritable(error), outcome: .unknown)
        }
        try await cluster.forEachRow(of: statement) { row throws(WireError) in
            let entry = try table.read(row)
            if entry.seq == first.seq { isOurs = entry.id == first.id }
        }
        return isOurs
    }
}
