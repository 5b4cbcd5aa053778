import FoundationEssentials

extension CQLValue {
    /// The bytes of the value as one of the type, without a length in front.
    ///
    /// - Throws: ``WireError`` with ``WireError/Kind/unencodable`` if the value is not one of the type.
    public func encoded(as type: CQLType) throws(WireError) -> [UInt8] {
        var writer = ByteWriter()
        try encode(into: &writer, as: type)
        return writer.bytes
    }

    /// Writes the value as one of the type, without a length in front.
    func encode(into writer: inout ByteWriter, as type: CQLType) throws(WireError) {
        switch (self, type) {
        case (.ascii(let text), .ascii): try CQLValue.writeASCII(text, into: &writer)
        case (.bigint(let value), .bigint): writer.writeLong(value)
        case (.blob(let bytes), .blob): writer.write(bytes)
        case (.boolean(let value), .boolean): writer.writeByte(value ? 1 : 0)
        case (.counter(let value), .counter): writer.writeLong(value)
        case (.date(let days), .date): writer.writeInteger(UInt32(bitPattern: days) ^ 0x8000_0000)
        case (.decimal(let value), .decimal):
            writer.writeInt(value.scale)
            writer.write(value.unscaled.twosComplement)
        case (.double(let value), .double): writer.writeInteger(value.bitPattern)
        case (.duration(let value), .duration):
            writer.writeVInt(Int64(value.months))
            writer.writeVInt(Int64(value.days))
            writer.writeVInt(value.nanoseconds)
        case (.float(let value), .float): writer.writeInteger(value.bitPattern)
        case (.inet(let address), .inet): writer.write(address.bytes)
        case (.int(let value), .int): writer.writeInt(value)
        case (.smallint(let value), .smallint): writer.writeInteger(value)
        case (.text(let text), .text): writer.write(text.utf8)
        case (.time(let nanoseconds), .time): try CQLValue.writeTime(nanoseconds, into: &writer)
        case (.timestamp(let milliseconds), .timestamp): writer.writeLong(milliseconds)
        case (.timeuuid(let uuid), .timeuuid): try CQLValue.writeTimeUUID(uuid, into: &writer)
        case (.tinyint(let value), .tinyint): writer.writeInteger(value)
        case (.uuid(let uuid), .uuid): writer.writeUUID(uuid)
        case (.varint(let value), .varint): writer.write(value.twosComplement)
        case (.list(let elements), .list(let element)), (.set(let elements), .set(let element)):
            try CQLValue.writeElements(elements, as: element, into: &writer)
        case (.map(let entries), .map(let key, let value)):
            try CQLValue.writeEntries(entries, as: key, value, into: &writer)
        case (.tuple(let elements), .tuple(let types)):
            try CQLValue.writeTuple(elements, as: types, into: &writer)
        case (.udt(let fields), .udt(let type)):
            try CQLValue.writeFields(fields, as: type, into: &writer)
        case (.vector(let elements), .vector(let element, let dimension)):
            try CQLValue.writeVector(elements, as: element, dimension: dimension, into: &writer)
        case (.custom(let bytes), .custom): writer.write(bytes)
        case (.empty, _) where type.hasEmptyValue: break
        default:
            throw .unencodable("a value", needed: "a value of type \(type)", had: "a value of kind \(kind)")
        }
    }

    private static func writeASCII(_ text: String, into writer: inout ByteWriter) throws(WireError) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .unencodable("an ascii value", needed: "ASCII characters only", had: "others")
        }
        writer.write(text.utf8)
    }

    private static func writeTime(_ nanoseconds: Int64, into writer: inout ByteWriter) throws(WireError) {
        guard (0..<86_400_000_000_000).contains(nanoseconds) else {
            throw .unencodable("a time", needed: "nanoseconds within one day", had: "\(nanoseconds)")
        }
        writer.writeLong(nanoseconds)
    }

    private static func writeTimeUUID(_ uuid: UUID, into writer: inout ByteWriter) throws(WireError) {
        let version = uuid.uuid.6 >> 4
        guard version == 1 else {
            throw .unencodable("a timeuuid", needed: "a UUID of version 1", had: "one of version \(version)")
        }
        writer.writeUUID(uuid)
    }
}
