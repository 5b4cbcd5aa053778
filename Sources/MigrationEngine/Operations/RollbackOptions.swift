public import MigrationScripts

/// What `rollback` is to undo, and how.
public struct RollbackOptions: Sendable {
    /// How far back.
    public enum Selection: Sendable {
        /// The last so many, at least one.
        case steps(Int)
        /// Everything newer than this version, which stays.
        case to(MigrationVersion)
    }

    /// How far back.
    public var selection: Selection
    /// Tells what would be undone and does nothing.
    public var isDryRun: Bool
    /// What the operator lets pass.
    public var allowed: Set<Allowance>
    /// A name for the run in the log.
    public var tag: String?

    /// The last version, with nothing let pass.
    public init(
        selection: Selection = .steps(1), isDryRun: Bool = false, allowed: Set<Allowance> = [], tag: String? = nil
    ) {
        self.selection = selection
        self.isDryRun = isDryRun
        self.allowed = allowed
        self.tag = tag
    }
}
