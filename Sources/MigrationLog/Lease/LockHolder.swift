public import FoundationEssentials

/// Who holds the lock, as the holder wrote it down.
public struct LockHolder: Equatable, Sendable {
    /// The attempt that took it; a fresh one each time.
    public let owner: UUID
    /// The machine of the holder.
    public let host: String
    /// The number of its process.
    public let pid: Int64
    /// The user it runs as.
    public let operatorName: String
    /// The page of the CI job that runs it.
    public let ciURL: String?
    /// When it took the lock, by its clock.
    public let since: Date
    /// When it last renewed it, by its clock.
    public let renewed: Date
    /// In how many seconds the lock ends unless it is renewed, by the coordinator's clock.
    public let expiresInSeconds: Int64?

    /// A holder with all that is known of it.
    public init(
        owner: UUID, host: String, pid: Int64, operatorName: String, ciURL: String?, since: Date, renewed: Date,
        expiresInSeconds: Int64?
    ) {
        self.owner = owner
        self.host = host
        self.pid = pid
        self.operatorName = operatorName
        self.ciURL = ciURL
        self.since = since
        self.renewed = renewed
        self.expiresInSeconds = expiresInSeconds
    }

    /// The same holder at other times.
    func dated(since: Date, renewed: Date) -> LockHolder {
        LockHolder(
            owner: owner, host: host, pid: pid, operatorName: operatorName, ciURL: ciURL, since: since,
            renewed: renewed, expiresInSeconds: nil)
    }
}
