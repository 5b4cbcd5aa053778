import FoundationEssentials

extension CQLValue {
    /// The value as CQL text, such as `'it''s'` or `{1, 2}`.
    ///
    /// - Throws: ``WireError`` with ``WireError/Kind/unsupported`` for values that CQL has no literal for: ``empty`` and
    ///   ``custom(_:)`` ones, and durations with a part that has the least number of its size.
    public func literal() throws(WireError) -> String {
        switch self {
        case .ascii(let text), .text(let text): return CQLValue.quote(text, "'")
        case .bigint(let value), .counter(let value): return "\(value)"
        case .blob(let bytes): return "0x" + bytes.hexadecimal
        case .boolean(let value): return value ? "true" : "false"
        case .date(let days): return CQLValue.dateLiteral(days)
        case .decimal(let value): return value.description
        case .double(let value): return CQLValue.floatLiteral(value)
        case .duration(let value): return try CQLValue.durationLiteral(value)
        case .float(let value): return CQLValue.floatLiteral(value)
        case .inet(let address): return "'\(address)'"
        case .int(let value): return "\(value)"
        case .smallint(let value): return "\(value)"
        case .time(let nanoseconds): return CQLValue.timeLiteral(nanoseconds)
        case .timestamp(let milliseconds): return CQLValue.timestampLiteral(milliseconds)
        case .timeuuid(let uuid), .uuid(let uuid): return uuid.uuidString.lowercased()
        case .tinyint(let value): return "\(value)"
        case .varint(let value): return value.description
        case .list(let elements), .vector(let elements): return "[\(try CQLValue.join(elements))]"
        case .set(let elements): return "{\(try CQLValue.join(elements))}"
        case .map(let entries):
            var parts: [String] = []
            for entry in entries {
                parts.append("\(try entry.key.literal()): \(try entry.value.literal())")
            }
            return "{\(parts.joined(separator: ", "))}"
        case .tuple(let elements): return "(\(try CQLValue.join(elements)))"
        case .udt(let fields):
            var parts: [String] = []
            for field in fields {
                // Quoted always, so that reserved words need not be known.
                parts.append("\(CQLValue.quote(field.name, "\"")): \(try field.value?.literal() ?? "null")")
            }
            return "{\(parts.joined(separator: ", "))}"
        case .custom, .empty:
            throw WireError(.unsupported, field: "a literal", needed: "a kind of value with a literal", had: kind)
        }
    }

    private static func join(_ values: [CQLValue?]) throws(WireError) -> String {
        var parts: [String] = []
        for value in values {
            parts.append(try value?.literal() ?? "null")
        }
        return parts.joined(separator: ", ")
    }

    private static func quote(_ text: String, _ mark: Unicode.Scalar) -> String {
        var quoted = String.UnicodeScalarView()
        quoted.append(mark)
        for scalar in text.unicodeScalars {
            if scalar == mark { quoted.append(mark) }
            quoted.append(scalar)
        }
        quoted.append(mark)
        return String(quoted)
    }

    private static func floatLiteral(_ value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return value.description
    }

    /// A date in quotes; outside the years 1 to 9999, the number that the server keeps, which CQL reads too.
    private static func dateLiteral(_ days: Int32) -> String {
        if let text = CalendarDate(daysSinceEpoch: Int64(days)).text { return "'\(text)'" }
        return "\(UInt32(bitPattern: days) ^ 0x8000_0000)"
    }

    /// A time of day in quotes; a number that is not within a day as it is.
    private static func timeLiteral(_ nanoseconds: Int64) -> String {
        guard (0..<86_400_000_000_000).contains(nanoseconds) else { return "\(nanoseconds)" }
        let (seconds, fraction) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return "'\(clock(seconds)).\(padded(fraction, to: 9))'"
    }

    /// A duration; the server reads the parts before the sign, so that none can be as far from 0 as negatives go.
    private static func durationLiteral(_ value: CQLDuration) throws(WireError) -> String {
        guard value.months != .min, value.days != .min, value.nanoseconds != .min else {
            throw WireError(
                .unsupported,
                field: "a literal",
                needed: "a duration whose parts have an opposite",
                had: value.description
            )
        }
        return value.description
    }

    /// A timestamp in UTC in quotes; before the Gregorian calendar and after the year 9999, the number of milliseconds.
    private static func timestampLiteral(_ milliseconds: Int64) -> String {
        // Cassandra 3.11 reads texts of earlier days by the Julian calendar, later releases by the Gregorian one.
        let gregorian: Int64 = -12_219_292_800_000
        guard milliseconds >= gregorian else { return "\(milliseconds)" }
        let day: Int64 = 86_400_000
        var (days, rest) = milliseconds.quotientAndRemainder(dividingBy: day)
        if rest < 0 {
            rest += day
            days -= 1
        }
        guard let date = CalendarDate(daysSinceEpoch: days).text else { return "\(milliseconds)" }
        return "'\(date)T\(clock(rest / 1_000)).\(padded(rest % 1_000, to: 3))Z'"
    }

    private static func clock(_ seconds: Int64) -> String {
        let minutes = seconds / 60
        return "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2)):\(padded(seconds % 60, to: 2))"
    }
}
