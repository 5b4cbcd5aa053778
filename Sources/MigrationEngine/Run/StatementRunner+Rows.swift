import CQLClient
import MigrationLog
import MigrationScripts

/// The rows of the log about a statement.
extension StatementRunner {
    func queueOutcome(
        _ statement: ScriptStatement, _ coordinator: Coordinator, _ report: StatementReport, agreed: Bool?,
        _ failure: MigrationError?
    ) {
        var outcome = entry(.statementOutcome)
        fill(&outcome, statement, coordinator)
        outcome.outcome = report.outcome
        outcome.agreed = agreed
        outcome.elapsedMilliseconds = report.elapsed?.inMilliseconds
        outcome.agreementMilliseconds = report.agreement?.inMilliseconds
        outcome.warnings = report.warnings
        outcome.errorCode = failure?.code.rawValue
        outcome.errorText = failure?.message
        log.queue(outcome)
    }

    func fill(_ row: inout LogEntry, _ statement: ScriptStatement, _ coordinator: Coordinator) {
        row.statement = statement.number
        row.statements = planned.statements.count
        row.statementHash = statement.hash.hex
        row.coordinator = coordinator.node.id.hostID
        row.coordinatorAddress = coordinator.node.place
        row.coordinatorGeneration = coordinator.gossipGeneration
        row.timeoutMilliseconds =
            timeout(of: statement)?.inMilliseconds
            ?? session.configuration.cluster.requestTimeout.inMilliseconds
    }
}

extension StatementRunner {
    /// What was found out of a statement after its outcome had been left open.
    func queueResolved(
        _ statement: ScriptStatement, _ coordinator: Coordinator, _ outcome: Outcome, _ reason: String
    ) {
        var row = entry(.statementResolved)
        fill(&row, statement, coordinator)
        row.outcome = outcome
        row.agreed = outcome == .applied ? true : nil
        row.reason = reason
        log.queue(row)
    }
}
