import CQLSyntax
import CQLWire

/// Values as JSON, as the server writes it (`AbstractType.toJSONString`).
enum JSONWriter {
    /// The JSON of a value; nil is null.
    static func text(_ bytes: [UInt8]?, _ type: CQLType) throws(ServerError) -> String {
        guard let bytes else { return "null" }
        do {
            return text(try CQLValue(decoding: bytes[...], as: type), type)
        } catch {
            throw .invalid("\(error)")
        }
    }

    private static func text(_ value: CQLValue?, _ type: CQLType) -> String {
        guard let value else { return "null" }
        switch (value, type) {
        case (.text(let text), _), (.ascii(let text), _): return quoted(text)
        case (.bigint, _), (.counter, _), (.int, _), (.smallint, _), (.tinyint, _), (.varint, _), (.decimal, _),
            (.boolean, _):
            return ValueText.text(value)
        case (.float(let number), _): return number.isFinite ? JavaText.float(number) : "null"
        case (.double(let number), _): return number.isFinite ? JavaText.double(number) : "null"
        case (.timestamp(let milliseconds), _): return quoted(ValueText.timestamp(milliseconds, separator: " "))
        case (.empty, _): return "\"\""
        case (.list(let elements), .list(let type)), (.set(let elements), .set(let type)),
            (.vector(let elements), .vector(let type, _)):
            return "[\(elements.map { text($0, type) }.joined(separator: ", "))]"
        case (.tuple(let elements), .tuple(let types)):
            return "[\(zip(elements, types).map { text($0, $1) }.joined(separator: ", "))]"
        case (.map(let entries), .map(let key, let valueType)):
            let members = entries.map { entry in
                let name = text(entry.key, key)
                return "\(name.hasPrefix("\"") ? name : quoted(name)): \(text(entry.value, valueType))"
            }
            return "{\(members.joined(separator: ", "))}"
        case (.udt(let fields), .udt(let udt)):
            let members = udt.fields.enumerated().map { index, field in
                let value = index < fields.count ? fields[index].value : nil
                return "\(name(field.name)): \(text(value, field.type))"
            }
            return "{\(members.joined(separator: ", "))}"
        default: return quoted(ValueText.text(value))
        }
    }

    /// The name of a column or a field; one with upper-case letters in quotes of its own.
    static func name(_ name: String) -> String {
        name == name.lowercased() ? quoted(name) : quoted("\"\(name)\"")
    }

    /// A text in quotes.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{08}": quoted += "\\b"
            case "\u{0c}": quoted += "\\f"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
