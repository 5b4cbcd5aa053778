import CQLSyntax

extension LintRule {
    /// `recreate-same-name`
    static let recreateSameName = LintRule(
        "recreate-same-name", .error,
        "A table is made that an earlier statement dropped.",
        explanation: """
            The new table has another id. Writes that are under way and hints for the old one are lost, and a node \
            that missed the drop knows two tables of one name.
            """,
        recipe: "Make the new table under another name, copy the rows, switch the readers, then drop the old one.",
        example: """
            DROP TABLE IF EXISTS users;
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);
            """,
        check: .replay { replay in
            guard case .createTable(let create) = replay.tree, !replay.droppedTables.isEmpty,
                replay.droppedTables.contains(replay.fullName(create.name)), replay.table(create.name) == nil
            else { return [] }
            return [
                Remark(
                    create.name.name.span.range,
                    "The table `\(create.name)` was dropped before: what is under way for the old one is lost.")
            ]
        }
    )
}
