extension CQLValue {
    /// Decodes a value that arrived as [bytes]; nil is null.
    ///
    /// - Throws: ``WireError`` if the bytes are not a value of the type.
    public static func decode(
        _ bytes: ArraySlice<UInt8>?,
        as type: CQLType
    ) throws(WireError) -> CQLValue? {
        guard let bytes else { return nil }
        return try CQLValue(decoding: bytes, as: type)
    }

    /// Decodes a value from all of the bytes.
    ///
    /// - Throws: ``WireError`` if the bytes are not a value of the type.
    public init(decoding bytes: ArraySlice<UInt8>, as type: CQLType) throws(WireError) {
        if bytes.isEmpty && type.hasEmptyValue {
            self = .empty
            return
        }
        var reader = ByteReader(bytes)
        self = try CQLValue.read(type, &reader)
        // The name of a nested type is long; it is made for an error only.
        if reader.remaining > 0 { try reader.finish("the \(type) value") }
    }

    private static func read(_ type: CQLType, _ reader: inout ByteReader) throws(WireError) -> CQLValue {
        switch type {
        case .ascii: return .ascii(try readASCII(&reader))
        case .bigint: return .bigint(try reader.readLong("the bigint"))
        case .blob: return .blob(Array(reader.takeRest()))
        case .boolean: return .boolean(try reader.readByte("the boolean") != 0)
        case .counter: return .counter(try reader.readLong("the counter"))
        case .date:
            // The server counts days in an unsigned integer, with 1970 in the middle.
            let days = try reader.readInteger(UInt32.self, "the date")
            return .date(Int32(bitPattern: days ^ 0x8000_0000))
        case .decimal:
            let scale = try reader.readInt("the scale of the decimal")
            let digits = try readVarint(&reader, "the digits of the decimal")
            return .decimal(BigDecimal(unscaled: digits, scale: scale))
        case .double: return .double(Double(bitPattern: try reader.readInteger(UInt64.self, "the double")))
        case .duration: return .duration(try readDuration(&reader))
        case .float: return .float(Float(bitPattern: try reader.readInteger(UInt32.self, "the float")))
        case .inet: return .inet(try readInet(&reader))
        case .int: return .int(try reader.readInt("the int"))
        case .smallint: return .smallint(try reader.readInteger(Int16.self, "the smallint"))
        case .text: return .text(try reader.readUTF8(reader.remaining, "the text"))
        case .time: return .time(try reader.readLong("the time"))
        case .timestamp: return .timestamp(try reader.readLong("the timestamp"))
        case .timeuuid: return .timeuuid(try reader.readUUID("the timeuuid"))
        case .tinyint: return .tinyint(try reader.readInteger(Int8.self, "the tinyint"))
        case .uuid: return .uuid(try reader.readUUID("the uuid"))
        case .varint: return .varint(try readVarint(&reader, "the varint"))
        case .list(let element): return .list(try readElements(element, &reader))
        case .set(let element): return .set(try readElements(element, &reader))
        case .map(let key, let value): return .map(try readEntries(key, value, &reader))
        case .tuple(let elements): return .tuple(try readTuple(elements, &reader))
        case .udt(let type): return .udt(try readFields(type, &reader))
        case .vector(let element, let dimension): return .vector(try readVector(element, dimension, &reader))
        case .custom: return .custom(Array(reader.takeRest()))
        }
    }

    private static func readASCII(_ reader: inout ByteReader) throws(WireError) -> String {
        let start = reader.position
        let bytes = reader.takeRest()
        guard let text = String(validating: bytes, as: UTF8.self), bytes.allSatisfy({ $0 < 0x80 }) else {
            throw .malformed("the ascii text", needed: "bytes below 0x80", had: "others", at: start)
        }
        return text
    }

    private static func readVarint(_ reader: inout ByteReader, _ field: String) throws(WireError) -> BigInteger {
        guard reader.remaining > 0 else { throw .truncated(field, needed: 1, had: 0, at: reader.position) }
        return BigInteger(twosComplement: reader.takeRest())
    }

    private static func readInet(_ reader: inout ByteReader) throws(WireError) -> InetAddress {
        let start = reader.position
        let bytes = reader.takeRest()
        guard let address = InetAddress(bytes: bytes) else {
            throw .malformed("the inet", needed: "4 or 16 bytes", had: WireError.bytes(bytes.count), at: start)
        }
        return address
    }

    private static func readDuration(_ reader: inout ByteReader) throws(WireError) -> CQLDuration {
        let start = reader.position
        let months = try reader.readVInt("the months of the duration")
        let days = try reader.readVInt("the days of the duration")
        let nanoseconds = try reader.readVInt("the nanoseconds of the duration")
        guard let shortMonths = Int32(exactly: months), let shortDays = Int32(exactly: days),
            let duration = CQLDuration(months: shortMonths, days: shortDays, nanoseconds: nanoseconds)
        else {
            throw .malformed(
                "the duration",
                needed: "32-bit months and days, and one sign for all parts",
                had: "\(months) months, \(days) days, \(nanoseconds) nanoseconds",
                at: start
            )
        }
        return duration
    }
}

extension CQLType {
    /// Whether no bytes are ``CQLValue/empty`` rather than a value like others: a text without characters, a tuple
    /// without elements.
    var hasEmptyValue: Bool {
        switch self {
        case .ascii, .text, .blob, .custom, .tuple, .udt: false
        default: true
        }
    }
}
