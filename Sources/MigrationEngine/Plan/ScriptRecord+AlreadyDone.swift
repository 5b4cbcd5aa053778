import CQLSyntax
import MigrationLog

extension ScriptRecord {
    /// The numbers of those of `statements` that must not be run again. A `USE` holds for a connection and not for a
    /// keyspace, so that it is run again wherever it is passed.
    func alreadyDone(among statements: [ScriptStatement]) -> Set<Int> {
        Set(
            statements.filter { $0.statement.summary.kind != .use && self.statements[$0.number]?.isDone == true }
                .map(\.number))
    }
}
