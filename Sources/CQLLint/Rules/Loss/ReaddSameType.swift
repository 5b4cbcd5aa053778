import CQLSyntax
import SchemaModel

extension LintRule {
    /// `readd-same-type`
    static let readdSameType = LintRule(
        "readd-same-type", .warning,
        "ALTER TABLE adds a column that was dropped before.",
        explanation: """
            The old values do not come back: the server hides all cells that are older than the drop. Cells with a \
            later time stamp than the drop, such as those of a clock that is ahead or of USING TIMESTAMP, do come back.
            """,
        recipe: "Choose another name.",
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, phone text);
            ALTER TABLE users DROP phone;
            ALTER TABLE users ADD phone text;
            """,
        check: .replay { replay in
            guard case .alterTable(let alter) = replay.tree, case .add(let columns, _) = alter.change,
                let table = replay.table(alter.name), !table.dropped.isEmpty
            else { return [] }
            return columns.filter { table.dropped[$0.name.text] != nil && table.column($0.name.text) == nil }.map {
                Remark(
                    $0.name.span.range,
                    "`\($0.name)` was dropped before: its old values stay hidden, save those whose time stamps are "
                        + "later than the drop.")
            }
        }
    )
}
