import CQLClient

/// A statement of the schema that its coordinator has acknowledged, and of which the other nodes are not known to know.
struct SentStatement {
    let statement: ScriptStatement
    let goal: StatementGoal
    let coordinator: Coordinator
    /// How its effect is looked for; nil where no row tells of it.
    let check: StatementCheck?
    /// Whether the server said that it changed something: `IF NOT EXISTS` may have found what it asks for.
    let hasChanged: Bool
    var report: StatementReport
}
