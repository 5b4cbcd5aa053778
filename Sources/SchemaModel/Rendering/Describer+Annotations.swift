import CQLSyntax

/// `COMMENT ON` and `SECURITY LABEL ON`, which 6.0 writes behind what they are about.
extension Describer {
    func annotations(of keyspace: Keyspace) -> String {
        lines(in: keyspace, [(.keyspace, "KEYSPACE \(CQLIdentifier.quoted(keyspace.name))")])
    }

    func annotations(of type: UserType, in keyspace: Keyspace) -> String {
        let name = SchemaName.quoted(type.keyspace, type.name)
        let fields = type.fields.map { field in
            (Keyspace.Annotated.field(type: type.name, field.name), "FIELD \(name).\(CQLIdentifier.quoted(field.name))")
        }
        return lines(in: keyspace, [(.type(type.name), "TYPE \(name)")] + fields)
    }

    func annotations(of table: Table, in keyspace: Keyspace) -> String {
        let name = SchemaName.quoted(table.keyspace, table.name)
        let columns = table.columns.map { column in
            (
                Keyspace.Annotated.column(table: table.name, column.name),
                "COLUMN \(name).\(CQLIdentifier.quoted(column.name))"
            )
        }
        return lines(in: keyspace, [(.table(table.name), "TABLE \(name)")]) + lines(in: keyspace, columns)
    }

    private func lines(in keyspace: Keyspace, _ targets: [(Keyspace.Annotated, String)]) -> String {
        guard release >= .v60 else { return "" }
        let comments = targets.compactMap { target, text in
            keyspace.comments[target].map { "\nCOMMENT ON \(text) IS \(CQLText.string($0));" }
        }
        let labels = targets.compactMap { target, text in
            keyspace.securityLabels[target].map { "\nSECURITY LABEL ON \(text) IS \(CQLText.string($0));" }
        }
        return (comments + labels).joined()
    }
}
