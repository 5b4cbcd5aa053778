import CQLWire

/// `cast(a as type)` (`CastFcts`).
enum Cast {
    /// The function for a cast; nil if there is none.
    static func function(from source: CQLType, to target: CQLType, named name: String = "cast") -> NativeFunction? {
        guard source != target, isPossible(source, target) else { return nil }
        return NativeFunction(name, [source], target, .cast)
    }

    private static func isPossible(_ source: CQLType, _ target: CQLType) -> Bool {
        let isNumber = NativeFunctions.numbers.contains(source)
        switch target {
        case .tinyint, .smallint, .int, .bigint, .float, .double, .decimal, .varint: return isNumber
        case .ascii, .text:
            let others: [CQLType] = [.boolean, .timeuuid, .timestamp, .date, .time, .uuid, .inet, .ascii]
            return isNumber || others.contains(source)
        case .timestamp: return source == .date || source == .timeuuid
        case .date: return source == .timestamp || source == .timeuuid
        default: return false
        }
    }

    /// The value in another type.
    static func cast(_ bytes: [UInt8], from source: CQLType, to target: CQLType) throws(ServerError) -> [UInt8]? {
        if target == .text || target == .ascii {
            guard let value = try? CQLValue(decoding: bytes[...], as: source) else { return nil }
            return Array(ValueText.text(value).utf8)
        }
        if target == .timestamp || target == .date {
            guard let milliseconds = NativeFunction.milliseconds(bytes, source) else { return nil }
            let day: Int64 = 86_400_000
            let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
            return target == .date
                ? NativeFunction.encoded(.date(Int32(truncatingIfNeeded: days)), .date)
                : NativeFunction.encoded(.timestamp(milliseconds), .timestamp)
        }
        return try Number(bytes, source)?.encoded(as: target)
    }
}

extension CQLType {
    /// The name with a capital, as it stands in the names of functions.
    var capitalized: String {
        let name = "\(self)"
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
