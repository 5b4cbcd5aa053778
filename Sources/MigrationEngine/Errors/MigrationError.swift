public import CQLClient
public import CQLSyntax
public import MigrationScripts

/// Why the engine did not do what it was asked: what is known of the world, and what to do next.
public struct MigrationError: Error, Equatable, Sendable {
    /// What kind of failure it is. The raw value is the code that people and programs see.
    public enum Code: String, Equatable, Sendable, CaseIterable {
        /// Scripts cannot be read as migrations; the problems tell which and why.
        case invalidScripts = "invalid-scripts"
        /// The folder holds scripts of a kind that this release does not run.
        case unsupportedScripts = "unsupported-scripts"
        /// A version was named that no script and no row of the log has.
        case unknownVersion = "unknown-version"
        /// A script was named that no file and no row of the log has.
        case unknownScript = "unknown-script"
        /// A statement was named that is not the one in question.
        case unknownStatement = "wrong-statement"
        /// Options contradict each other or the configuration.
        case usage
        /// No node could be connected to.
        case cannotConnect = "cannot-connect"
        /// The credentials were refused, or are missing.
        case authentication = "authentication-failed"
        /// Somebody else holds the lock.
        case lockHeld = "lock-held"
        /// The lock was lost while work was under way.
        case lockLost = "lock-lost"
        /// The server refused a statement.
        case statementFailed = "statement-failed"
        /// Nobody knows whether a statement took effect.
        case outcomeUnknown = "outcome-unknown"
        /// A statement was acknowledged and has not had its effect.
        case statementLost = "statement-lost"
        /// Something else stands where a statement was to make something.
        case schemaConflict = "schema-conflict"
        /// The clock of every coordinator is behind the newest change of the schema.
        case clockBehind = "clock-behind"
        /// The log could not be written, so nothing more was done.
        case logFailed = "log-failed"
        /// The cluster failed at something that is not a statement of a script.
        case clusterFailed = "cluster-failed"
        /// The nodes do not agree on the schema.
        case noSchemaAgreement = "no-schema-agreement"
        /// The history keyspace or its tables are missing.
        case notInitialised = "not-initialised"
        /// A keyspace is missing and may not be created.
        case keyspaceMissing = "keyspace-missing"
        /// A node is down.
        case nodeDown = "node-down"
        /// The nodes run different releases.
        case mixedRelease = "mixed-release"
        /// The platform cannot give what the tool relies on.
        case unsupportedPlatform = "unsupported-platform"
        /// Applied scripts were edited.
        case changed
        /// Applied scripts have no file.
        case missing
        /// Scripts are older than what is applied.
        case outOfOrder = "out-of-order"
        /// Statements of a half-applied script that have run were edited.
        case halfAppliedChanged = "half-applied-changed"
        /// A rollback stopped half way and must be finished first.
        case halfRolledBack = "half-rolled-back"
        /// What was asked for cannot be rolled back.
        case cannotRollBack = "cannot-roll-back"
        /// What was confirmed is not what would be done now.
        case planChanged = "plan-changed"
        /// What was asked for cannot be baselined.
        case cannotBaseline = "cannot-baseline"
        /// A script would destroy the tool's own log.
        case ownTables = "own-tables"
        /// The schema holds objects that this release has no place for.
        case unsupportedSchema = "unsupported-schema"
        /// The replication of the log changed, and not every replica can be asked.
        case replicationChanged = "replication-changed"
        /// This machine cannot do what is needed.
        case local = "local-failure"
        /// The operator interrupted the run.
        case interrupted
        /// A person was asked and said no.
        case declined
    }

    /// The place in a script that an error is about.
    public struct Place: Equatable, Sendable {
        /// The path for people.
        public let file: String
        /// Where it begins.
        public let start: SourceLocation
        /// Where it ends.
        public let end: SourceLocation
        /// The line of its beginning, with passwords masked; nil for a line that is too long to be shown.
        public let line: String?
        /// The columns of ``line`` that show it, from 1 and at least one: where carets go.
        public let caret: Range<Int>
    }

    /// The kind of failure.
    public let code: Code
    /// A sentence without its full stop.
    public let message: String
    /// The next command, or what to do.
    public var hint: String?
    /// What is known: what was done before, what the server said.
    public var notes: [String]
    /// Where in a script.
    public var place: Place?
    /// For invalid scripts, everything that is wrong with them.
    public var problems: [ScriptProblem]
    /// For gates, everything that the gate did not let pass.
    public var findings: [Finding]
    /// What is known of the statement that failed.
    public var outcome: Outcome?

    /// An error with what is known.
    public init(
        _ code: Code, _ message: String, hint: String? = nil, notes: [String] = [], place: Place? = nil,
        problems: [ScriptProblem] = [], findings: [Finding] = [], outcome: Outcome? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.notes = notes
        self.place = place
        self.problems = problems
        self.findings = findings
        self.outcome = outcome
    }
}

extension MigrationError: CustomStringConvertible {
    /// Code and message.
    public var description: String { "\(code.rawValue): \(message)" }
}
