/// What became of one script of a plan.
public struct ScriptReport: Equatable, Sendable {
    /// How it ended.
    public enum Outcome: String, Equatable, Sendable {
        /// Every statement took effect.
        case applied
        /// A statement failed.
        case failed
        /// Nobody knows whether a statement took effect.
        case unknown
        /// It was not come to.
        case notRun = "not-run"
    }

    /// What was planned.
    public let planned: PlannedScript
    /// Every statement of it that was to be run.
    public var statements: [StatementReport]
    /// How it ended.
    public var outcome: Outcome
    /// How long it took.
    public var elapsed: Duration
}
