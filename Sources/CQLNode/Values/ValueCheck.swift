import CQLWire

/// What the server checks of bytes that are to be a value of a type (`AbstractType.validate`), with its messages.
enum ValueCheck {
    /// - Throws: What the server says of bytes that are no value of the type.
    static func check(_ bytes: ArraySlice<UInt8>, as type: CQLType) throws(ServerError) {
        let count = bytes.count
        switch type {
        case .int: try require(count == 4 || count == 0, "Expected 4 or 0 byte int (\(count))")
        case .bigint, .counter: try require(count == 8 || count == 0, "Expected 8 or 0 byte long (\(count))")
        case .smallint: try require(count == 2, "Expected 2 bytes for a smallint (\(count))")
        case .tinyint: try require(count == 1, "Expected 1 byte for a tinyint (\(count))")
        case .boolean: try require(count <= 1, "Expected 1 or 0 byte value (\(count))")
        case .float: try require(count == 4 || count == 0, "Expected 4 or 0 byte value for a float (\(count))")
        case .double: try require(count == 8 || count == 0, "Expected 8 or 0 byte value for a double (\(count))")
        case .timestamp: try require(count == 8 || count == 0, "Expected 8 or 0 byte long for date (\(count))")
        case .date: try require(count == 4, "Expected 4 byte long for date (\(count))")
        case .time: try require(count == 8, "Expected 8 byte long for time (\(count))")
        case .uuid: try require(count == 16 || count == 0, "UUID should be 16 or 0 bytes (\(count))")
        case .timeuuid: try checkTimeUUID(bytes)
        case .decimal: try require(count == 0 || count >= 4, "Expected 0 or at least 4 bytes (\(count))")
        case .inet:
            try require([0, 4, 16].contains(count), "Expected 4 or 16 byte inetaddress; got \(hexadecimal(bytes))")
        case .duration: try checkDuration(bytes)
        case .ascii:
            if let byte = bytes.first(where: { $0 >= 0x80 }) {
                throw .invalid("Invalid byte for ascii: \(Int8(bitPattern: byte))")
            }
        case .text: try require(String(validating: bytes, as: UTF8.self) != nil, "String didn't validate.")
        case .blob, .varint, .custom: break
        case .list(let element): try checkCounted(bytes, [element], "list")
        case .set(let element): try checkCounted(bytes, [element], "set")
        case .map(let key, let value): try checkCounted(bytes, [key, value], "map")
        case .tuple(let types): try checkTuple(bytes, types)
        case .udt(let type): try checkUserType(bytes, type)
        case .vector: try checkVector(bytes, type)
        }
    }

    static func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(ServerError) {
        if !condition { throw .invalid(message()) }
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func checkTimeUUID(_ bytes: ArraySlice<UInt8>) throws(ServerError) {
        try require(bytes.count == 16 || bytes.isEmpty, "UUID should be 16 or 0 bytes (\(bytes.count))")
        guard bytes.count == 16 else { return }
        try require(
            bytes[bytes.startIndex + 6] >> 4 == 1,
            "Invalid UUID version \(bytes[bytes.startIndex + 6] >> 4) for timeuuid")
    }

    private static func checkDuration(_ bytes: ArraySlice<UInt8>) throws(ServerError) {
        try require(bytes.count >= 3, "Expected at least 3 bytes for a duration (\(bytes.count))")
        var reader = ByteReader(bytes)
        guard let months = try? reader.readVInt("months"), let days = try? reader.readVInt("days"),
            let nanoseconds = try? reader.readVInt("nanoseconds")
        else { throw .invalid("Unexpected error") }
        try require(
            Int32(exactly: months) != nil, "The duration months must be a 32 bits integer but was: \(months)")
        try require(Int32(exactly: days) != nil, "The duration days must be a 32 bits integer but was: \(days)")
        let parts = [months, days, nanoseconds]
        try require(
            !(parts.contains { $0 < 0 } && parts.contains { $0 > 0 }),
            "The duration months, days and nanoseconds must be all of the same sign "
                + "(\(months), \(days), \(nanoseconds))"
        )
    }

    private static func checkCounted(_ bytes: ArraySlice<UInt8>, _ types: [CQLType], _ kind: String)
        throws(ServerError)
    {
        guard let parts = ValueParts.counted(bytes, groupsOf: types.count) else {
            throw .invalid("Not enough bytes to read a \(kind)")
        }
        for (index, part) in parts.enumerated() {
            guard let part else { throw .invalid("Null value read when not allowed") }
            try check(part, as: types[index % types.count])
        }
    }

    private static func checkTuple(_ bytes: ArraySlice<UInt8>, _ types: [CQLType]) throws(ServerError) {
        guard let parts = ValueParts.components(bytes) else {
            throw .invalid("Not enough bytes to read 0th component")
        }
        try require(parts.count <= types.count, "Invalid remaining data after end of tuple value")
        for (part, type) in zip(parts, types) {
            if let part { try check(part, as: type) }
        }
    }

    private static func checkUserType(_ bytes: ArraySlice<UInt8>, _ type: UserDefinedType) throws(ServerError) {
        guard let parts = ValueParts.components(bytes) else {
            throw .invalid("Not enough bytes to read size of 0th field \(type.fields.first?.name ?? "")")
        }
        try require(parts.count <= type.fields.count, "Invalid remaining data after end of UDT value")
        for (index, (part, field)) in zip(parts, type.fields).enumerated() {
            guard let part else { continue }
            do {
                try check(part, as: field.type)
            } catch {
                throw .invalid("Failure validating the \(index)th field \(field.name); \(error.message)")
            }
        }
    }

    private static func checkVector(_ bytes: ArraySlice<UInt8>, _ type: CQLType) throws(ServerError) {
        guard !bytes.isEmpty else { throw .invalid("Invalid empty vector value") }
        guard (try? CQLValue(decoding: bytes, as: type)) != nil else {
            throw .invalid("Not enough bytes to read a \(type)")
        }
    }
}
