/// Transactions of 6.0.
extension CQLWriter {
    mutating func write(_ transaction: Transaction) {
        write("BEGIN TRANSACTION ")
        for assignment in transaction.assignments {
            write("LET ")
            write(assignment.name)
            write(" = (")
            write(assignment.select)
            write("); ")
        }
        switch transaction.result {
        case .select(let select)?:
            write(select)
            write("; ")
        case .references(let references)?:
            write("SELECT ")
            writeJoined(references, by: ", ") { $0.write($1) }
            write("; ")
        case nil: break
        }
        if let conditions = transaction.conditions {
            write("IF ")
            writeJoined(conditions, by: " AND ") { $0.write($1) }
            write(" THEN ")
        }
        for modification in transaction.modifications {
            write(modification)
            write("; ")
        }
        write(transaction.conditions == nil ? "COMMIT TRANSACTION" : "END IF COMMIT TRANSACTION")
    }

    mutating func write(_ modification: BatchTree.Modification) {
        switch modification {
        case .insert(let insert): write(insert)
        case .update(let update): write(update)
        case .delete(let delete): write(delete)
        }
    }

    mutating func write(_ reference: RowReference) {
        write(reference.row)
        guard let selection = reference.selection else { return }
        write(".")
        write(selection)
    }

    private mutating func write(_ condition: Transaction.Condition) {
        switch condition {
        case .isNull(let reference, let isNegated):
            write(reference)
            write(isNegated ? " IS NOT NULL" : " IS NULL")
        case .reference(let reference, let comparison, let term):
            write(reference)
            write(" \(comparison.rawValue) ")
            write(term)
        case .term(let term, let comparison, let reference):
            write(term)
            write(" \(comparison.rawValue) ")
            write(reference)
        }
    }
}
