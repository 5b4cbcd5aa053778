/// The log of one history keyspace, summed up: what is applied where, who may be at work, where the next row goes.
public struct History: Equatable, Sendable {
    /// The number of the last row; 0 when there is none.
    public private(set) var lastSeq: Int64 = 0
    /// By target keyspace.
    public private(set) var keyspaces: [String: KeyspaceHistory] = [:]
    /// The acquisition of the lock after which no release came: its holder works, or died.
    public private(set) var openLock: LogEntry?
    /// The run after whose start no end came.
    public private(set) var openRun: LogEntry?
    /// The last row.
    public private(set) var last: LogEntry?
    /// The replication of the history keyspace when it was last written down.
    public private(set) var replication: [String: String]?

    /// The sum of no rows.
    public init() {}

    /// What the log says of a target keyspace.
    public subscript(target: String) -> KeyspaceHistory { keyspaces[target] ?? KeyspaceHistory() }

    /// Whether the log has a row at all: `init` writes the first.
    public var isEmpty: Bool { lastSeq == 0 }

    /// Adds the next row.
    public mutating func add(_ entry: LogEntry) {
        lastSeq = max(lastSeq, entry.seq)
        last = entry
        if !entry.replication.isEmpty { replication = entry.replication }
        switch entry.kind {
        case .lockAcquired: openLock = entry
        case .lockReleased, .lockForceReleased: openLock = nil
        case .runStarted: openRun = entry
        case .runEnded, .runFailed: openRun = nil
        default: break
        }
        if let target = entry.target { keyspaces[target, default: KeyspaceHistory()].add(entry) }
    }
}
