public import FoundationEssentials

/// Who writes: what every row of a run has in common, and where its ids and times come from.
public struct RunIdentity: Sendable {
    /// The run.
    public let run: UUID
    /// The user.
    public let operatorName: String
    /// The machine.
    public let host: String
    /// The number of the process.
    public let pid: Int64
    /// The page of the CI job, if one runs this.
    public let ciURL: String?
    /// The version of the tool.
    public let toolVersion: String
    /// The tag that the operator gave the run.
    public let tag: String?
    /// The wall clock.
    public let now: @Sendable () -> Date
    /// A fresh id at every call.
    public let makeID: @Sendable () -> UUID

    /// An identity; clock and ids are given so that tests can have their own.
    public init(
        run: UUID, operatorName: String, host: String, pid: Int64, ciURL: String?, toolVersion: String, tag: String?,
        now: @escaping @Sendable () -> Date, makeID: @escaping @Sendable () -> UUID
    ) {
        self.run = run
        self.operatorName = operatorName
        self.host = host
        self.pid = pid
        self.ciURL = ciURL
        self.toolVersion = toolVersion
        self.tag = tag
        self.now = now
        self.makeID = makeID
    }

    /// What this process writes into the lock; a fresh owner at every call.
    public func lockHolder() -> LockHolder {
        let now = now()
        return LockHolder(
            owner: makeID(), host: host, pid: pid, operatorName: operatorName, ciURL: ciURL, since: now, renewed: now,
            expiresInSeconds: nil)
    }

    /// A row of this run, without its place in the log.
    public func entry(_ kind: LogEntryKind) -> LogEntry {
        var entry = LogEntry(id: makeID(), at: now(), kind: kind)
        entry.run = run
        entry.operatorName = operatorName
        entry.host = host
        entry.toolVersion = toolVersion
        entry.tag = tag
        return entry
    }
}
