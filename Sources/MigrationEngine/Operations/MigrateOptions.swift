public import MigrationScripts

/// How `migrate` is to go about it.
public struct MigrateOptions: Sendable {
    /// The last version to apply; nil: all.
    public var target: MigrationVersion?
    /// Tells what would be done and does nothing.
    public var isDryRun: Bool
    /// What the operator lets pass.
    public var allowed: Set<Allowance>
    /// Goes on with the next keyspace when one fails.
    public var keepsGoing: Bool
    /// A name for the run in the log.
    public var tag: String?

    /// Everything that is pending, with nothing let pass.
    public init(
        target: MigrationVersion? = nil, isDryRun: Bool = false, allowed: Set<Allowance> = [],
        keepsGoing: Bool = false, tag: String? = nil
    ) {
        self.target = target
        self.isDryRun = isDryRun
        self.allowed = allowed
        self.keepsGoing = keepsGoing
        self.tag = tag
    }
}
