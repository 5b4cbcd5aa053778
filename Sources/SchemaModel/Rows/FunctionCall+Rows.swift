import CQLSyntax

/// A mask of a column, which is a call of a function without its first argument.
extension FunctionCall {
    /// The columns of `system_schema.column_masks` for a mask of a column of a keyspace.
    func values(of column: Column) -> [String: SystemValue] {
        let values = arguments.map(Self.value)
        return [
            "column_name": .text(column.name), "function_keyspace": .text(function.keyspace?.text ?? "system"),
            "function_name": .text(function.name.text),
            "function_argument_types": .list(arguments.indices.map { .text(type(of: $0, column.type)) }),
            "function_argument_values": .list(values.map { .text($0 ?? "") }),
            "function_argument_nulls": .list(values.map { .boolean($0 == nil) }),
        ]
    }

    /// A value as the server keeps it: without quotes.
    private static func value(_ term: Term) -> String? {
        switch term {
        case .constant(let constant): constant.text
        case .null: nil
        default: term.description
        }
    }

    /// The type of a parameter of the server's masking functions; one of a user's function has that of the value.
    private func type(of index: Int, _ column: DataType) -> String {
        switch (function.name.text, index) {
        case ("mask_inner", 0...1), ("mask_outer", 0...1): return "int"
        case ("mask_inner", 2), ("mask_outer", 2), ("mask_hash", _): return "text"
        case ("mask_replace", 0): return column.description
        default:
            guard case .constant(let constant) = arguments[index] else { return column.description }
            return switch constant.kind {
            case .string: "text"
            case .integer: "int"
            case .float: "double"
            case .boolean: "boolean"
            case .uuid: "uuid"
            case .hex: "blob"
            case .duration: "duration"
            case .word: column.description
            }
        }
    }

    /// Reads a row of `system_schema.column_masks`.
    init(mask reader: RowReader) throws(SystemRowError) {
        let values = try reader.texts("function_argument_values")
        let types = try reader.texts("function_argument_types")
        var nulls: [Bool] = []
        if case .list(let list) = reader.row.values["function_argument_nulls"] {
            nulls = list.map { $0 == .boolean(true) }
        }
        var arguments: [Term] = []
        for (index, value) in values.enumerated() {
            let isNull = index >= nulls.count || nulls[index]
            arguments.append(isNull ? .null : Self.term(value, index < types.count ? types[index] : "text"))
        }
        self.init(
            QualifiedName(
                keyspace: Name(try reader.text("function_keyspace")), Name(try reader.text("function_name"))),
            arguments)
    }

    /// The literal of a value of a type.
    private static func term(_ value: String, _ type: String) -> Term {
        let isQuoted = ["text", "ascii", "varchar", "inet", "date", "time", "timestamp"].contains(type)
        let literal = isQuoted ? CQLText.string(value) : value
        guard case .insert(let insert) = try? StatementTree(parsing: "INSERT INTO t (k) VALUES (\(literal))"),
            case .columns(_, let terms) = insert.values, let term = terms.first
        else { return .constant(Constant(.string, value)) }
        return term
    }
}
