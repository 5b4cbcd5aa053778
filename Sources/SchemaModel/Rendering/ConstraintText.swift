public import CQLSyntax

/// Conditions of a column, as DESCRIBE of 6.0 writes them (`ColumnConstraints.appendCqlTo`) or so that they can be read
/// again.
public enum ConstraintText {
    /// What becomes of the name of the column in a condition.
    public enum NameStyle: Sendable {
        /// It is quoted where it must be.
        case quoted
        /// It never is: DESCRIBE of 6.0-alpha2 writes `"A" int CHECK A > 1`.
        case bare
    }

    /// A condition without `CHECK`.
    public static func text(_ constraint: ColumnConstraint, _ style: NameStyle = .quoted) -> String {
        switch constraint {
        case .notNull: "NOT NULL"
        case .comparison(let column, let comparison, let value):
            "\(style == .bare ? column.text : column.description) \(comparison.rawValue) \(text(value))"
        case .functionComparison(let function, let comparison, let value):
            "\(function.name.text.uppercased())() \(comparison.rawValue) \(text(value))"
        case .function(let function): function.name.text.uppercased()
        }
    }

    private static func text(_ value: Constant) -> String {
        value.kind == .string ? CQLText.string(value.text) : value.text
    }
}

/// A mask of a column as DESCRIBE of 5.0 and later writes it (`ColumnMask.appendCqlTo`).
enum MaskText {
    static func text(_ mask: FunctionCall) -> String {
        let function = mask.function
        let name = SchemaName.quoted(function.keyspace?.text ?? "system", function.name.text)
        return "\(name)(\(mask.arguments.map(argument).joined(separator: ", ")))"
    }

    private static func argument(_ term: Term) -> String {
        guard case .constant(let constant) = term else { return "null" }
        return constant.kind == .string ? CQLText.string(constant.text) : constant.text
    }
}
