/// What `migrate` would do to one keyspace, and what stands against it.
public struct KeyspacePlan: Equatable, Sendable {
    /// The target keyspace.
    public let keyspace: String
    /// What is to be run, in order.
    public let scripts: [PlannedScript]
    /// What does not fit together, in the order of the versions.
    public let findings: [Finding]
    /// How many scripts have nothing to do.
    public let skipped: Int
}
