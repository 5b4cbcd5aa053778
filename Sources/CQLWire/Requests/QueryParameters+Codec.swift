extension QueryParameters {
    private var flags: QueryFlags {
        var flags: QueryFlags = []
        switch values {
        case .positional(let list): if !list.isEmpty { flags.insert(.values) }
        case .named(let list): if !list.isEmpty { flags.formUnion([.values, .namesForValues]) }
        }
        if skipMetadata { flags.insert(.skipMetadata) }
        if pageSize != nil { flags.insert(.pageSize) }
        if pagingState != nil { flags.insert(.pagingState) }
        if serialConsistency != nil { flags.insert(.serialConsistency) }
        if defaultTimestamp != nil { flags.insert(.defaultTimestamp) }
        return flags
    }

    /// Writes the parameters.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        writer.writeConsistency(consistency)
        writer.writeByte(flags.rawValue)
        switch values {
        case .positional(let list):
            if !list.isEmpty {
                try writer.writeShortCount(list.count, "the number of bound values")
            }
            for value in list {
                try writer.writeValue(value, "a bound value")
            }
        case .named(let list):
            if !list.isEmpty {
                try writer.writeShortCount(list.count, "the number of bound values")
            }
            for named in list {
                try writer.writeString(named.name, "the name of a bound value")
                try writer.writeValue(named.value, "a bound value")
            }
        }
        if let pageSize { writer.writeInt(pageSize) }
        if let pagingState { try writer.writeBytes(pagingState, "the paging state") }
        if let serialConsistency { writer.writeConsistency(serialConsistency) }
        if let defaultTimestamp { writer.writeLong(defaultTimestamp) }
    }

    /// Reads parameters.
    init(from reader: inout ByteReader) throws(WireError) {
        self.init(consistency: try reader.readRequestedConsistency("the consistency of the query"))
        let flags = try QueryFlags.decode(&reader, allowed: .allOfQuery, "the flags of the query")
        if flags.contains(.values) {
            values = try QueryParameters.decodeValues(&reader, named: flags.contains(.namesForValues))
        }
        skipMetadata = flags.contains(.skipMetadata)
        if flags.contains(.pageSize) { pageSize = try reader.readInt("the page size") }
        if flags.contains(.pagingState) { pagingState = try reader.readBytes("the paging state").map { Array($0) } }
        if flags.contains(.serialConsistency) {
            serialConsistency = try reader.readRequestedConsistency("the serial consistency")
        }
        if flags.contains(.defaultTimestamp) { defaultTimestamp = try reader.readLong("the default timestamp") }
    }

    private static func decodeValues(_ reader: inout ByteReader, named: Bool) throws(WireError) -> Values {
        let count = Int(try reader.readShort("the number of bound values"))
        try reader.checkCount(count, minimumSize: named ? 6 : 4, "the number of bound values")
        if named && count > 0 {
            var list: [NamedValue] = []
            list.reserveCapacity(count)
            for _ in 0..<count {
                let name = try reader.readString("the name of a bound value")
                list.append(NamedValue(name: name, value: try reader.readValue("a bound value")))
            }
            return .named(list)
        }
        return .positional(try reader.readValues(count, "a bound value"))
    }
}

extension ByteReader {
    /// Reads `count` values; the count has been checked.
    mutating func readValues(_ count: Int, _ field: String) throws(WireError) -> [BoundValue] {
        var list: [BoundValue] = []
        list.reserveCapacity(count)
        for _ in 0..<count {
            list.append(try readValue(field))
        }
        return list
    }
}
