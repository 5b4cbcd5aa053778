import CQLSyntax

extension StatementTree {
    /// The modifications of rows that a statement is or holds; empty for all others.
    var modifications: [BatchTree.Modification] {
        switch self {
        case .insert(let statement): [.insert(statement)]
        case .update(let statement): [.update(statement)]
        case .delete(let statement): [.delete(statement)]
        case .batch(let batch): batch.modifications
        default: []
        }
    }
}

extension BatchTree.Modification {
    /// The table whose rows change.
    var table: QualifiedName {
        switch self {
        case .insert(let statement): statement.table
        case .update(let statement): statement.table
        case .delete(let statement): statement.table
        }
    }

    /// Whether it happens under a condition only.
    var isConditional: Bool {
        switch self {
        case .insert(let statement): statement.ifNotExists
        case .update(let statement): statement.condition != .none
        case .delete(let statement): statement.condition != .none
        }
    }

    /// The `USING TIMESTAMP`.
    var timestamp: Term? {
        switch self {
        case .insert(let statement): statement.using.timestamp
        case .update(let statement): statement.using.timestamp
        case .delete(let statement): statement.timestamp
        }
    }

    /// The names of the columns that it names.
    var columns: [Name] {
        switch self {
        case .insert(let statement):
            guard case .columns(let names, _) = statement.values else { return [] }
            return names
        case .update(let statement): return statement.assignments.map(\.column)
        case .delete(let statement):
            return statement.items.map { item in
                switch item {
                case .column(let name), .element(let name, _), .field(let name, _): name
                }
            }
        }
    }

    /// The values that it writes.
    var values: [Term] {
        switch self {
        case .insert(let statement):
            guard case .columns(_, let terms) = statement.values else { return [] }
            return terms
        case .update(let statement):
            return statement.assignments.map { assignment in
                switch assignment {
                case .set(_, let term), .append(_, let term), .remove(_, let term), .prepend(_, let term),
                    .setElement(_, _, let term), .setField(_, _, let term):
                    term
                }
            }
        case .delete: return []
        }
    }
}

extension Assignment {
    /// The column that it is about.
    var column: Name {
        switch self {
        case .set(let name, _), .append(let name, _), .remove(let name, _), .prepend(let name, _),
            .setElement(let name, _, _), .setField(let name, _, _):
            name
        }
    }
}

extension Term {
    /// A function that is called in it, at any depth, and that meets a condition.
    func call(where condition: (FunctionCall) -> Bool) -> FunctionCall? {
        switch self {
        case .null, .constant, .bindMarker, .reference: return nil
        case .call(let call):
            if condition(call) { return call }
            return Self.call(in: call.arguments, where: condition)
        case .list(let terms), .set(let terms), .tuple(let terms): return Self.call(in: terms, where: condition)
        case .map(let entries):
            return Self.call(in: entries.flatMap { [$0.key, $0.value] }, where: condition)
        case .userType(let fields): return Self.call(in: fields.map(\.value), where: condition)
        case .hint(_, let term), .cast(let term, _), .negated(let term): return term.call(where: condition)
        case .arithmetic(let left, _, let right): return Self.call(in: [left, right], where: condition)
        }
    }

    private static func call(in terms: [Term], where condition: (FunctionCall) -> Bool) -> FunctionCall? {
        for term in terms { if let found = term.call(where: condition) { return found } }
        return nil
    }
}
