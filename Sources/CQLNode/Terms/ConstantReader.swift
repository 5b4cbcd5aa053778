import CQLSyntax
import CQLWire
import FoundationEssentials

/// Reads constants as values of a type, with the messages that the server has for those that are none
/// (`AbstractType.fromString`).
struct ConstantReader: Sendable {
    let release: CassandraRelease

    /// The bytes of a constant, whose kind fits the type.
    func bytes(_ constant: Constant, as type: CQLType) throws(ServerError) -> [UInt8] {
        if constant.kind == .hex {
            let digits = constant.text.dropFirst(2)
            guard let bytes = ConstantReader.bytes(hexadecimal: digits) else {
                throw .invalid("cannot parse '\(digits)' as hex bytes")
            }
            return bytes
        }
        return try bytes(constant.text, as: type)
    }

    /// The bytes of a text.
    func bytes(_ text: String, as type: CQLType) throws(ServerError) -> [UInt8] {
        do {
            return try value(text, as: type)?.encoded(as: type) ?? []
        } catch let error as ServerError {
            throw error
        } catch {
            throw .invalid("\(error)")
        }
    }

    /// A value of a text; nil is the empty value.
    private func value(_ text: String, as type: CQLType) throws -> CQLValue? {
        switch type {
        case .text: return .text(text)
        case .ascii:
            guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
                throw ServerError.invalid(
                    "Invalid ASCII character in string literal: "
                        + "java.nio.charset.UnmappableCharacterException: Input length = 1"
                )
            }
            return .ascii(text)
        case .tuple(let types): return try tuple(text, types)
        default: break
        }
        // Of all other types an empty text is the empty value.
        if text.isEmpty { return nil }
        switch type {
        case .int: return .int(try number(text, "int"))
        case .bigint: return .bigint(try number(text, "long"))
        case .counter: return .counter(try number(text, "long"))
        case .smallint: return .smallint(try number(text, "short"))
        case .tinyint: return .tinyint(try number(text, "byte"))
        case .varint:
            guard let number = BigInteger(text) else { throw ServerError.invalid("unable to make int from '\(text)'") }
            return .varint(number)
        case .decimal:
            guard let number = BigDecimal(text) else {
                throw ServerError.invalid("unable to make BigDecimal from '\(text)'")
            }
            return .decimal(number)
        case .float:
            guard let number = Float(text) else { throw ServerError.invalid("Unable to make float from '\(text)'") }
            return .float(number)
        case .double:
            guard let number = Double(text) else { throw ServerError.invalid("Unable to make double from '\(text)'") }
            return .double(number)
        case .boolean:
            switch text.lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: throw ServerError.invalid("Unable to make boolean from '\(text)'")
            }
        case .uuid: return .uuid(UUID(wireBytes: try uuid(text)))
        case .timeuuid:
            let bytes = try uuid(text)
            guard bytes[6] >> 4 == 1 else { throw ServerError.invalid("TimeUUID supports only version 1 UUIDs") }
            return .timeuuid(UUID(wireBytes: bytes))
        case .inet:
            guard let address = InetAddress(text) else {
                throw ServerError.invalid("Unable to make inet address from '\(text)'")
            }
            return .inet(address)
        case .date: return .date(try TimeText.date(text))
        case .time: return .time(try TimeText.time(text))
        case .timestamp: return .timestamp(try TimeText.timestamp(text, release))
        case .duration: return .duration(try DurationText.read(text))
        case .blob:
            guard let bytes = ConstantReader.bytes(hexadecimal: text[...]) else {
                throw ServerError.invalid("cannot parse '\(text)' as hex bytes")
            }
            return .blob(bytes)
        default: throw ServerError.invalid("cannot parse '\(text)' as \(type)")
        }
    }

    private func number<Number: FixedWidthInteger>(_ text: String, _ name: String) throws -> Number {
        guard let number = Number(text) else { throw ServerError.invalid("Unable to make \(name) from '\(text)'") }
        return number
    }

    private func uuid(_ text: String) throws -> [UInt8] {
        guard let uuid = UUID(uuidString: text) else {
            throw ServerError.invalid("Unable to make UUID from '\(text)'")
        }
        return uuid.wireBytes
    }

    /// A tuple as the server reads it from one text: components between `:`, `@` for null.
    private func tuple(_ text: String, _ types: [CQLType]) throws -> CQLValue {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= types.count else {
            let name = CQLType.tuple(types).serverName()
            throw ServerError.invalid(
                "Invalid tuple literal: too many elements. Type \(name) expects \(types.count) but got \(parts.count)")
        }
        return .tuple(try zip(parts, types).map { $0 == "@" ? nil : try value(String($0), as: $1) })
    }

    /// The bytes of hexadecimal digits; nil if the text is not even a number of them.
    static func bytes(hexadecimal text: Substring) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16),
                digits[index] != UInt8(ascii: "+"), digits[index] != UInt8(ascii: "-")
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
