import CQLSyntax
import SchemaModel

extension LintRule {
    /// `if-not-exists-masks`
    static let ifNotExistsMasks = LintRule(
        "if-not-exists-masks", .warning,
        "CREATE … IF NOT EXISTS says something else than what exists.",
        explanation: """
            An earlier script made the object with another definition. The server answers that all is well, changes \
            nothing, and the old shape stays.
            """,
        recipe: "Change the object with ALTER, or make the new one under another name.",
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, phone text);
            """,
        check: .replay { replay in
            switch replay.tree {
            case .createTable(let create):
                guard create.ifNotExists, let old = replay.table(create.name) else { return [] }
                guard let new = replay.madeAlone()?.table(create.name.name.text, in: old.keyspace) else { return [] }
                let isSame =
                    old.columns == new.columns && old.options == new.options && old.flags == new.flags
                return isSame ? [] : [masked(create.name)]
            case .createType(let create):
                guard create.ifNotExists, let old = replay.type(create.name) else { return [] }
                guard let new = replay.madeAlone()?.type(create.name.name.text, in: old.keyspace) else { return [] }
                return old.fields == new.fields ? [] : [masked(create.name)]
            default: return []
            }
        }
    )

    private static func masked(_ name: QualifiedName) -> Remark {
        Remark(
            name.name.span.range,
            "`\(name)` exists with another definition: IF NOT EXISTS leaves it as it is, and says nothing.")
    }
}
