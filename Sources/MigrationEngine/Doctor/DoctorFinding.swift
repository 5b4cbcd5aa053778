/// What one check of `examine` says.
public struct DoctorFinding: Equatable, Sendable {
    /// What was looked at. The raw value is what `doctor --json` shows.
    public enum Check: String, Equatable, Sendable, CaseIterable {
        /// Whether the tool can keep its promises on this kind of server.
        case platform
        /// Which nodes are up.
        case nodes
        /// Which releases they run.
        case releases
        /// Whether they have one schema.
        case schemaAgreement = "schema-agreement"
        /// How far their clocks are apart.
        case clocks
        /// Whether the keyspaces are there.
        case keyspaces
        /// How the keyspaces are replicated.
        case replication
        /// Whether log and lock are there.
        case tables
        /// Whether conditions can be decided: what the lock rests on.
        case lightweightTransactions = "lwt"
        /// Who holds the lock.
        case lock
        /// What the log has open.
        case log
        /// What the role may do.
        case permissions
        /// What the configuration of the nodes refuses.
        case settings
    }

    /// How bad it is.
    public enum Result: String, Equatable, Sendable, CaseIterable {
        /// As it should be.
        case ok
        /// Works now, and is likely to hurt.
        case warning
        /// Stands against a migration, or against what the tool promises.
        case problem
        /// Could not be looked at; the message says why.
        case unknown
    }

    /// What was looked at.
    public let check: Check
    /// How bad it is.
    public let result: Result
    /// A sentence without its full stop.
    public let message: String
    /// What to do about it.
    public let hint: String?

    init(_ check: Check, _ result: Result, _ message: String, hint: String? = nil) {
        self.check = check
        self.result = result
        self.message = message
        self.hint = hint
    }
}
