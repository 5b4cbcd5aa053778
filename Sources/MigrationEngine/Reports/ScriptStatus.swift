public import FoundationEssentials
public import MigrationLog

/// Where a script stands in a keyspace.
public struct ScriptStatus: Equatable, Sendable {
    /// Where it stands. The raw value is what `status --json` shows.
    public enum State: String, Equatable, Sendable, CaseIterable {
        /// It will run.
        case pending
        /// It ran.
        case applied
        /// It ran, and was edited since.
        case changed
        /// It ran, and has no file.
        case missing
        /// It stopped at a statement.
        case failed
        /// It was begun and not ended; whoever ran it is gone, or nobody knows what came of a statement.
        case interrupted
        /// It is being run now.
        case running
        /// It ran, and was undone.
        case rolledBack = "rolled-back"
        /// It has not run, and a newer one has.
        case outOfOrder = "out-of-order"
        /// It counts as applied.
        case baselined
        /// It was passed over.
        case skipped
    }

    /// The path of its file, or the one it had.
    public let script: String
    /// `versioned`.
    public let type: String
    /// Its version in its shortest form.
    public let version: String?
    /// Its description.
    public let description: String
    /// Where it stands.
    public let state: State
    /// When it was applied.
    public let appliedAt: Date?
    /// Who applied it: user and machine.
    public let appliedBy: String?
    /// How long it took, in milliseconds.
    public let elapsedMilliseconds: Int64?
    /// The tag of the run that applied it.
    public let tag: String?
    /// The checksum of the file, or that of the log where there is no file.
    public let checksum: String?
}

/// Where the scripts of a keyspace stand, who holds the lock, and whether the nodes agree.
public struct KeyspaceStatus: Equatable, Sendable {
    /// The target keyspace.
    public let keyspace: String
    /// Who holds the lock; nil when nobody does.
    public let lock: LockHolder?
    /// Whether all nodes that are up have one schema. Where the coordinator has heard otherwise they are asked themselves,
    /// and given a few seconds.
    public let isAgreed: Bool
    /// The schema version of each node by its address; without nodes that are down.
    public let schemaVersions: [String: String]
    /// Every script that has a file or a row.
    public let scripts: [ScriptStatus]
}
