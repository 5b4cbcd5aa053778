public import FoundationEssentials

/// What a run did, keyspace by keyspace, as far as it got.
public struct RunReport: Equatable, Sendable {
    /// The run, as the log knows it.
    public let runID: UUID
    /// Whether nothing was to be done but to tell what would be.
    public let isDryRun: Bool
    /// The tag of the run.
    public let tag: String?
    /// In the order in which they were worked on.
    public var keyspaces: [KeyspaceReport]
    /// Where the time went.
    public var timings: Timings

    /// The first failure.
    public var failure: MigrationError? { keyspaces.lazy.compactMap(\.failure).first }
}

/// What a run did to one keyspace.
public struct KeyspaceReport: Equatable, Sendable {
    /// The target keyspace.
    public let keyspace: String
    /// Every script of the plan.
    public var scripts: [ScriptReport]
    /// How many scripts had nothing to do.
    public var skipped: Int
    /// Why it stopped, if it did.
    public var failure: MigrationError?
    /// What does not fit and was let pass.
    public var findings: [Finding]

    /// How many scripts have the outcome.
    public func count(_ outcome: ScriptReport.Outcome) -> Int { scripts.count { $0.outcome == outcome } }
}
