import SchemaModel

extension LintRule {
    /// `rollback-incomplete`
    static let rollbackIncomplete = LintRule(
        "rollback-incomplete", .warning,
        "Taking a version back does not lead to the schema in front of it.",
        explanation: """
            The version and its undo are replayed. What is left over, or missing, makes the next `migrate` fail or \
            work on another schema than the one that was tested.
            """,
        recipe: "Let the undo take back every statement of the version, the last one first.",
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS orders (id uuid PRIMARY KEY);
            -- @down
            DROP TABLE IF EXISTS orders;
            """,
        check: .rollback { rollback in
            let differences = rollback.before.differences(to: rollback.after, release: rollback.release)
            guard !differences.isEmpty else { return [] }
            let shown = differences.prefix(3).map(phrase).joined(separator: ", ")
            let more = differences.count > 3 ? " and \(differences.count - 3) more" : ""
            return [Remark(rollback.range, "When the version is taken back, \(shown)\(more).")]
        }
    )

    private static func phrase(_ difference: SchemaDifference) -> String {
        let name = difference.object.phrase
        switch difference.change {
        case .added: return "\(name) is left over"
        case .removed: return "\(name) is missing"
        case .changed(let property, let from, let to): return "\(property) of \(name) is \(to) and was \(from)"
        }
    }
}

extension SchemaDifference.Object {
    /// The object as a part of a sentence; the keyspace is clear from the script.
    fileprivate var phrase: String {
        switch self {
        case .keyspace(let name): "the keyspace `\(name)`"
        case .type(_, let name): "the type `\(name)`"
        case .field(_, let type, let name): "the field `\(type).\(name)`"
        case .table(_, let name): "the table `\(name)`"
        case .column(_, let table, let name): "the column `\(table).\(name)`"
        case .index(_, let table, let name): "the index `\(name)` on `\(table)`"
        case .trigger(_, let table, let name): "the trigger `\(name)` on `\(table)`"
        case .view(_, let name): "the view `\(name)`"
        case .function(_, let signature): "the function `\(signature)`"
        case .aggregate(_, let signature): "the aggregate `\(signature)`"
        }
    }
}
