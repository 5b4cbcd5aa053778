/// 6.0's COMMENT ON and SECURITY LABEL ON.
extension StatementReader {
    mutating func readSecurityLabel() -> StatementSummary {
        if cursor.skip(.for) { _ = readName() }
        guard cursor.skip(.on) else {
            reportUnknown(
                "SECURITY LABEL must be followed by ON, or by FOR with a provider and ON.", among: ["ON", "FOR"])
            return StatementSummary(kind: .unknown, verb: "SECURITY LABEL")
        }
        return readAnnotation("SECURITY LABEL ON")
    }

    mutating func readAnnotation(_ verb: String) -> StatementSummary {
        let kinds: [Keyword: ObjectKind] = [
            .keyspace: .keyspace, .table: .table, .columnfamily: .table, .column: .column, .type: .type, .field: .field,
        ]
        guard let kind = cursor.keyword.flatMap({ kinds[$0] }) else {
            reportUnknown(
                "\(verb) must be followed by KEYSPACE, TABLE, COLUMN, TYPE or FIELD.",
                among: ["KEYSPACE", "TABLE", "COLUMN", "TYPE", "FIELD"]
            )
            return StatementSummary(kind: .unknown, verb: verb)
        }
        cursor.advance()
        let parts = readParts()
        guard kind == .column || kind == .field else {
            let object = parts.last.map { ObjectName(keyspace: parts.dropLast().last, name: $0) }
            return StatementSummary(kind: .schemaDefinition, verb: verb, objectKind: kind, object: object)
        }
        // `keyspace.table.column`, or without the keyspace.
        let keyspace = parts.count > 2 ? parts[parts.count - 3] : nil
        return StatementSummary(
            kind: .schemaDefinition,
            verb: verb,
            objectKind: kind,
            object: parts.last.map { ObjectName(keyspace: keyspace, name: $0) },
            owner: parts.dropLast().last.map { ObjectName(keyspace: keyspace, name: $0) }
        )
    }
}
