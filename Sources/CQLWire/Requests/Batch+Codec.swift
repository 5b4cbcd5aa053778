extension Batch {
    /// Writes the message.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        writer.writeByte(kind.rawValue)
        try writer.writeShortCount(statements.count, "the number of statements of the batch")
        for statement in statements {
            try statement.encode(into: &writer)
        }
        writer.writeConsistency(consistency)
        var flags: QueryFlags = []
        if serialConsistency != nil { flags.insert(.serialConsistency) }
        if defaultTimestamp != nil { flags.insert(.defaultTimestamp) }
        writer.writeByte(flags.rawValue)
        if let serialConsistency { writer.writeConsistency(serialConsistency) }
        if let defaultTimestamp { writer.writeLong(defaultTimestamp) }
    }

    /// Reads the message.
    init(from reader: inout ByteReader) throws(WireError) {
        let start = reader.position
        let type = try reader.readByte("the batch type")
        guard let kind = Kind(rawValue: type) else {
            throw .malformed("the batch type", needed: "0, 1 or 2", had: "\(type)", at: start)
        }
        let count = Int(try reader.readShort("the number of statements of the batch"))
        // A statement has at least a kind, the length of its id and the number of its values.
        try reader.checkCount(count, minimumSize: 5, "the number of statements of the batch")
        var statements: [Statement] = []
        statements.reserveCapacity(count)
        for _ in 0..<count {
            statements.append(try Statement(from: &reader))
        }
        self.init(kind, statements, consistency: try reader.readRequestedConsistency("the consistency of the batch"))
        let flags = try QueryFlags.decode(&reader, allowed: .allOfBatch, "the flags of the batch")
        if flags.contains(.serialConsistency) {
            serialConsistency = try reader.readRequestedConsistency("the serial consistency")
        }
        if flags.contains(.defaultTimestamp) { defaultTimestamp = try reader.readLong("the default timestamp") }
    }
}

extension Batch.Statement {
    fileprivate func encode(into writer: inout ByteWriter) throws(WireError) {
        switch source {
        case .cql(let text):
            writer.writeByte(0)
            try writer.writeLongString(text, "the query text")
        case .prepared(let id):
            writer.writeByte(1)
            try writer.writeShortBytes(id, "the prepared statement id")
        }
        try writer.writeShortCount(values.count, "the number of bound values")
        for value in values {
            try writer.writeValue(value, "a bound value")
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(WireError) {
        let start = reader.position
        let kind = try reader.readByte("the kind of a statement of the batch")
        let source: Batch.Source
        switch kind {
        case 0: source = .cql(try reader.readLongString("the query text"))
        case 1: source = .prepared(Array(try reader.readShortBytes("the prepared statement id")))
        default:
            throw .malformed("the kind of a statement of the batch", needed: "0 or 1", had: "\(kind)", at: start)
        }
        let count = Int(try reader.readShort("the number of bound values"))
        try reader.checkCount(count, minimumSize: 4, "the number of bound values")
        self.init(source, values: try reader.readValues(count, "a bound value"))
    }
}
