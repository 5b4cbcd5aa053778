extension KeyspaceSetting {
    /// Cassandra's `SchemaConstants.NAME_LENGTH`: names become names of folders.
    private static let nameLimit = 48

    /// The name, if Cassandra would take it for a keyspace (`SchemaConstants.isValidName`).
    static func checkedName(_ name: String) throws(ValueError) -> String {
        let isValid = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard isValid, !name.isEmpty, name.utf8.count <= nameLimit else {
            throw ValueError(
                "must name a keyspace with 1 to \(nameLimit) of the characters a-z, A-Z, 0-9 and _, not \(quoted(name))"
            )
        }
        return name
    }
}
