/// What becomes of comments and security labels when that changes which they are about, as 6.0 has it: its metadata
/// holds them with the object, and a statement that makes the object anew makes it without them.
extension Keyspace {
    /// Forgets those of the keyspace itself (`AlterKeyspaceStatement`).
    mutating func forgetOwnAnnotations() { forget { $0 == .keyspace } }

    /// Forgets those of a table and its columns.
    mutating func forgetAnnotations(ofTable name: String) {
        forget { target in
            switch target {
            case .table(name), .column(table: name, _): true
            default: false
            }
        }
    }

    /// Forgets those of a type and its fields: `ALTER TYPE`, whatever it does, leaves none of them
    /// (`AlterTypeStatement`).
    mutating func forgetAnnotations(ofType name: String) {
        forget { target in
            switch target {
            case .type(name), .field(type: name, _): true
            default: false
            }
        }
    }

    /// Forgets those of the columns that a table has no more.
    mutating func forgetAnnotationsOfDroppedColumns(of table: Table) {
        forget { target in
            if case .column(table: table.name, let column) = target { table.column(column) == nil } else { false }
        }
    }

    /// Lets those of a column go with it to its new name.
    mutating func moveAnnotations(ofColumn column: String, to name: String, in table: String) {
        let (old, new) = (Annotated.column(table: table, column), Annotated.column(table: table, name))
        if let text = comments.removeValue(forKey: old) { comments[new] = text }
        if let text = securityLabels.removeValue(forKey: old) { securityLabels[new] = text }
    }

    private mutating func forget(_ isGone: (Annotated) -> Bool) {
        // Before 6.0 there are none.
        if !comments.isEmpty { comments = comments.filter { !isGone($0.key) } }
        if !securityLabels.isEmpty { securityLabels = securityLabels.filter { !isGone($0.key) } }
    }
}
