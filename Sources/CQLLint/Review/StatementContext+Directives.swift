import CQLSyntax
import MigrationScripts

extension StatementContext {
    /// Whether its author says, with a reason, that it is meant to lose data (`-- @destructive reason`).
    var isMeantToLoseData: Bool {
        statement.directives.contains { $0.name == DirectiveName.destructive.rawValue && !$0.argument.isEmpty }
    }
}
