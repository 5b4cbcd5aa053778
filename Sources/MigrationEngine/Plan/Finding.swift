/// Something about the scripts and the log that does not fit together.
public struct Finding: Equatable, Sendable {
    /// What does not fit. The raw value is what `validate --json` shows.
    public enum Kind: String, Equatable, Sendable, CaseIterable {
        /// An applied script was edited.
        case changed
        /// An applied script has no file.
        case missing
        /// A script that is not applied is older than one that is.
        case outOfOrder = "out-of-order"
        /// A script stopped at a statement.
        case failed
        /// Nobody knows whether a statement of a script took effect.
        case unknown
        /// Statements of a half-applied script that have run were edited.
        case halfAppliedChanged = "half-applied-changed"
        /// The rollback of a script stopped at a statement.
        case halfRolledBack = "half-rolled-back"
        /// An applied script has another file name now.
        case renamed
    }

    /// What does not fit.
    public let kind: Kind
    /// The path of the script, as the file has it or else the log.
    public let script: String
    /// Its version.
    public let version: String?
    /// A sentence without its full stop.
    public let message: String
    /// What to do about it.
    public let hint: String?
    /// The statement in question.
    public let statement: Int?

    /// A finding about a script.
    public init(
        _ kind: Kind, script: String, version: String?, _ message: String, hint: String? = nil, statement: Int? = nil
    ) {
        self.kind = kind
        self.script = script
        self.version = version
        self.message = message
        self.hint = hint
        self.statement = statement
    }
}
