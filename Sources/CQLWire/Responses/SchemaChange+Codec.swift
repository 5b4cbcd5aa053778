extension SchemaChange {
    /// Writes the change, as it stands in a RESULT after its kind and in an EVENT after its type.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        try writer.writeString(change.description, "the schema change")
        try target.encode(into: &writer)
    }

    /// Reads a change.
    init(from reader: inout ByteReader) throws(WireError) {
        self.init(Change(try reader.readString("the schema change")), try Target(from: &reader))
    }
}

extension SchemaChange.Target {
    fileprivate func encode(into writer: inout ByteWriter) throws(WireError) {
        switch self {
        case .keyspace(let keyspace):
            try writer.writeTarget("KEYSPACE", [keyspace])
        case .table(let keyspace, let name):
            try writer.writeTarget("TABLE", [keyspace, name])
        case .type(let keyspace, let name):
            try writer.writeTarget("TYPE", [keyspace, name])
        case .function(let keyspace, let name, let argumentTypes):
            try writer.writeTarget("FUNCTION", [keyspace, name])
            try writer.writeStringList(argumentTypes, "the argument types of the schema change")
        case .aggregate(let keyspace, let name, let argumentTypes):
            try writer.writeTarget("AGGREGATE", [keyspace, name])
            try writer.writeStringList(argumentTypes, "the argument types of the schema change")
        case .unknown(let kind, let description):
            try writer.writeTarget(kind, [])
            writer.write(description)
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(WireError) {
        let kind = try reader.readString("the target of the schema change")
        guard ["KEYSPACE", "TABLE", "TYPE", "FUNCTION", "AGGREGATE"].contains(kind) else {
            self = .unknown(kind: kind, description: Array(reader.takeRest()))
            return
        }
        let keyspace = try reader.readString("the keyspace of the schema change")
        if kind == "KEYSPACE" {
            self = .keyspace(keyspace)
            return
        }
        let name = try reader.readString("the name of the schema change")
        switch kind {
        case "TABLE":
            self = .table(keyspace: keyspace, name: name)
        case "TYPE":
            self = .type(keyspace: keyspace, name: name)
        default:
            let types = try reader.readStringList("the argument types of the schema change")
            self =
                kind == "FUNCTION"
                ? .function(keyspace: keyspace, name: name, argumentTypes: types)
                : .aggregate(keyspace: keyspace, name: name, argumentTypes: types)
        }
    }
}

extension ByteWriter {
    fileprivate mutating func writeTarget(_ kind: String, _ names: [String]) throws(WireError) {
        try writeString(kind, "the target of the schema change")
        for name in names {
            try writeString(name, "the name of the schema change")
        }
    }
}
