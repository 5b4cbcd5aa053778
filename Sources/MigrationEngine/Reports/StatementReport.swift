public import CQLClient
import CQLSyntax
import MigrationScripts

/// What became of one statement.
public struct StatementReport: Equatable, Sendable {
    /// Its number within the script, from 1.
    public let number: Int
    /// Its text, with passwords masked.
    public let cql: String
    /// What it does, such as `CREATE TABLE`.
    public let kind: String
    /// What is known of it; nil when it was not come to.
    public var outcome: Outcome?
    /// How long the server took.
    public var elapsed: Duration?
    /// How long the nodes took to agree.
    public var agreement: Duration?
    /// What the server warned of.
    public var warnings: [String] = []
}

extension StatementReport {
    /// A statement that was not come to.
    init(_ statement: ScriptStatement) {
        self.init(
            number: statement.number, cql: PasswordMask.masked(statement.statement.text),
            kind: statement.statement.summary.verb)
    }
}

extension ScriptReport {
    /// A script that was not come to.
    init(notRun planned: PlannedScript) {
        self.init(
            planned: planned, statements: planned.remaining.map { StatementReport($0) }, outcome: .notRun,
            elapsed: .zero)
    }
}
