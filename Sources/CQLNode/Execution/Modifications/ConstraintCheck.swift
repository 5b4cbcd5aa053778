import CQLSyntax
import CQLWire
import SchemaModel

/// Holds writes against the CHECK conditions of a table (6.0, `ColumnConstraints.evaluate`).
///
/// A regular expression is Java's there, so a write to a column that has one is refused here.
struct ConstraintCheck {
    private let table: TableShape

    /// Nil for a table without conditions.
    init?(_ table: TableShape) {
        guard !table.constraints.isEmpty else { return nil }
        self.table = table
    }

    // MARK: What a statement names

    /// Refuses a statement that leaves out a column that must not be null, or deletes one.
    func check(_ modification: Modification) throws(ServerError) {
        let written = Set(modification.operations.map(\.column.name))
        for column in table.columns where !column.isPrimaryKey && constraints(of: column).contains(.notNull) {
            if modification.statement == .delete {
                guard !written.contains(column.name) else {
                    throw .invalid("Column '\(column.name)' can not be set to null.")
                }
            } else if !written.contains(column.name) {
                throw .invalid("Column '\(column.name)' has to be specified as part of this query.")
            }
        }
    }

    // MARK: Values

    /// Refuses a write of a value that a condition does not let pass.
    ///
    /// - Parameter isDeletion: whether it comes of a DELETE, which may leave a column without a value.
    func check(_ mutation: Mutation, isDeletion: Bool) throws(ServerError) {
        // The server does not look at a key of several columns.
        if table.partitionKey.count == 1 { try check(mutation.key, of: table.partitionKey[0]) }
        for change in mutation.changes {
            switch change {
            case .deletePartition: break
            case .deleteRange(let slice, _): try check(prefix: slice.prefix)
            case .row(let clustering, let change):
                try check(prefix: clustering)
                try check(change, isDeletion)
            case .staticRow(let change): try check(change, isDeletion)
            }
        }
    }

    private func check(prefix: [[UInt8]]) throws(ServerError) {
        for (column, value) in zip(table.clustering, prefix) { try check(value, of: column) }
    }

    private func check(_ change: Mutation.RowChange, _ isDeletion: Bool) throws(ServerError) {
        guard case .cell(let column, let cell) = change, !isDeletion else { return }
        try check(cell.value, of: column)
    }

    private func constraints(of column: ColumnShape) -> [ColumnConstraint] { table.constraints[column.name] ?? [] }

    private func check(_ value: [UInt8]?, of column: ColumnShape) throws(ServerError) {
        let constraints = constraints(of: column)
        guard !constraints.isEmpty else { return }
        let fact = "Column value does not satisfy value constraint for column '\(column.name)'"
        guard let value else { throw .invalid("\(fact) as it is null.") }
        for constraint in constraints {
            switch constraint {
            case .notNull: break
            case .comparison(_, let sign, let limit):
                let order = ValueOrder.compare(
                    value, try ConstantReader(release: .v60).bytes(limit, as: column.type), as: column.type)
                guard sign.holds(order) else {
                    throw .invalid("\(fact). It should be \(ConstraintText.text(constraint, .bare))")
                }
            case .functionComparison(let function, let sign, let limit):
                try check(value, of: column, function.name.text, sign, limit, fact)
            case .function(let function):
                guard function.name.text == "json" else { throw Self.unsupported(function.name.text, column) }
                // An empty text is taken.
                guard value.isEmpty || (try? JSONParser.parse(String(decoding: value, as: UTF8.self))) != nil else {
                    throw .invalid(
                        "Value for column '\(column.name)' violated JSON constraint as it is not a valid JSON.")
                }
            }
        }
    }

    private func check(
        _ value: [UInt8], of column: ColumnShape, _ function: String, _ sign: ComparisonOperator, _ limit: Constant,
        _ fact: String
    ) throws(ServerError) {
        let length: Int
        switch (function, column.type) {
        // A text has the length that Java gives it.
        case ("length", .text), ("length", .ascii): length = String(decoding: value, as: UTF8.self).utf16.count
        case ("length", _), ("octet_length", _): length = value.count
        default: throw Self.unsupported(function, column)
        }
        guard let wanted = Int(limit.text) else { throw Self.unsupported(function, column) }
        guard sign.holds(length < wanted ? -1 : length > wanted ? 1 : 0) else {
            // The server says it twice.
            let words = function == "length" ? "" : "should be "
            throw .invalid("\(fact). It has a length of \(length) and it should be \(words)\(sign.rawValue) \(wanted)")
        }
    }

    private static func unsupported(_ function: String, _ column: ColumnShape) -> ServerError {
        .invalid("The embedded node cannot check \(function.uppercased()) of column '\(column.name)'")
    }
}
