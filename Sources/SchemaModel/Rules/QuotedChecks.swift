import CQLSyntax

/// What 6.0-alpha2 makes of `CHECK` with a name that needs quotes.
///
/// A CREATE TABLE is committed as text that the server writes from the table (`TableMetadata.appendCqlTo`), and in it the
/// name behind CHECK has no quotes (`ScalarColumnConstraint.toString`): the text is read as another name, or not at all.
/// An ALTER TABLE is committed as it came, and is done.
enum QuotedChecks {
    /// Whether a CREATE TABLE cannot have the conditions of a column.
    static func areLost(of column: Column) -> Bool {
        !CQLIdentifier.isBare(column.name) && comparison(of: column) != nil
    }

    private static func comparison(of column: Column) -> ColumnConstraint? {
        column.constraints.first { if case .comparison = $0 { true } else { false } }
    }

    /// Why a table cannot be made in one statement; nil where it can.
    static func refusal(ofMaking table: Table) -> SchemaRefusal? {
        guard let column = table.columns.first(where: areLost) else { return nil }
        let name = column.name.lowercased()
        guard CQLIdentifier.isBare(name), column.name.utf8.allSatisfy({ $0 < 0x80 }),
            case .comparison(_, let comparison, let value)? = comparison(of: column)
        else {
            return .syntax("Failed parsing statement: the name behind CHECK of column \(column.name) is not quoted")
        }
        let other = ConstraintText.text(.comparison(Name(name), comparison, value))
        return .invalid(
            "Constraint \(other) was not specified on a column it operates on: "
                + "\(CQLIdentifier.quoted(column.name)) but on: \(name)")
    }
}

extension Table {
    /// The table without the conditions that only ALTER TABLE can give it, and the columns that had them.
    var withoutLostChecks: (table: Table, columns: [Column]) {
        let columns = columns.filter(QuotedChecks.areLost)
        var table = self
        for column in columns { _ = table.setConstraints(of: column.name, []) }
        return (table, columns)
    }
}
