extension CQLWriter {
    mutating func write(_ insert: Insert) {
        write("INSERT INTO ")
        write(insert.table)
        switch insert.values {
        case .columns(let columns, let values):
            write(" ")
            writeNames(columns)
            write(" VALUES ")
            writeBracketed("(", values, ")") { $0.write($1) }
        case .json(let document, let keepsUnset):
            write(" JSON ")
            write(document)
            if keepsUnset { write(" DEFAULT UNSET") }
        }
        if insert.ifNotExists { write(" IF NOT EXISTS") }
        write(insert.using)
    }

    private mutating func write(_ using: Using) {
        // Bind markers count from the left.
        if case .bindMarker(let first) = using.timeToLive, case .bindMarker(let second) = using.timestamp,
            first.index < second.index
        {
            write(" USING TTL ")
            write(first)
            write(" AND TIMESTAMP ")
            write(second)
            return
        }
        if let timestamp = using.timestamp { write(" USING TIMESTAMP \(timestamp)") }
        if let timeToLive = using.timeToLive {
            write(using.timestamp == nil ? " USING TTL \(timeToLive)" : " AND TTL \(timeToLive)")
        }
    }

    mutating func write(_ update: Update) {
        write("UPDATE ")
        write(update.table)
        write(update.using)
        write(" SET ")
        writeList(update.assignments) { $0.write($1) }
        writeWhere(update.relations)
        write(update.condition)
    }

    private mutating func write(_ assignment: Assignment) {
        switch assignment {
        case .set(let name, let value): writeAssignment(name, " = ", value)
        case .append(let name, let value): writeAssignment(name, " += ", value)
        case .remove(let name, let value): writeAssignment(name, " -= ", value)
        case .prepend(let name, let value):
            writeAssignment(name, " = ", value)
            write(" + ")
            write(name)
        case .setElement(let name, let key, let value):
            write(name)
            write("[")
            write(key)
            write("] = ")
            write(value)
        case .setField(let name, let field, let value):
            write(name)
            write(".")
            writeAssignment(field, " = ", value)
        }
    }

    private mutating func writeAssignment(_ name: Name, _ sign: String, _ value: Term) {
        write(name)
        write(sign)
        write(value)
    }

    mutating func write(_ delete: Delete) {
        write("DELETE ")
        writeList(delete.items) { $0.write($1) }
        write(delete.items.isEmpty ? "FROM " : " FROM ")
        write(delete.table)
        if let timestamp = delete.timestamp { write(" USING TIMESTAMP \(timestamp)") }
        writeWhere(delete.relations)
        write(delete.condition)
    }

    private mutating func write(_ item: DeletedItem) {
        switch item {
        case .column(let name): write(name)
        case .element(let name, let key):
            write(name)
            write("[")
            write(key)
            write("]")
        case .field(let name, let field): write("\(name).\(field)")
        }
    }

    private mutating func write(_ condition: Condition) {
        switch condition {
        case .none: break
        case .ifNotExists: write(" IF NOT EXISTS")
        case .ifExists: write(" IF EXISTS")
        case .columns(let conditions):
            write(" IF ")
            writeJoined(conditions, by: " AND ") { $0.write($1) }
        }
    }

    private mutating func write(_ condition: ColumnCondition) {
        switch condition.subject {
        case .column(let name): write(name)
        case .element(let name, let key):
            write(name)
            write("[")
            write(key)
            write("]")
        case .field(let name, let field): write("\(name).\(field)")
        }
        switch condition.test {
        case .compare(let comparison, let value):
            write(" \(comparison.rawValue) ")
            write(value)
        case .isIn(let values):
            write(" IN ")
            write(values)
        case .contains(let value):
            write(" CONTAINS ")
            write(value)
        case .containsKey(let value):
            write(" CONTAINS KEY ")
            write(value)
        }
    }

    mutating func write(_ batch: BatchTree) {
        write(batch.kind == .logged ? "BEGIN BATCH" : "BEGIN \(batch.kind.rawValue.uppercased()) BATCH")
        write(batch.using)
        write(" ")
        for modification in batch.modifications {
            write(modification)
            write("; ")
        }
        write("APPLY BATCH")
    }
}
