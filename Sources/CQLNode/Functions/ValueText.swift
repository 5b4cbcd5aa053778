import CQLWire
import FoundationEssentials

/// Values as the server writes them as text (`TypeSerializer.toString`).
enum ValueText {
    static func text(_ value: CQLValue) -> String {
        switch value {
        case .ascii(let text), .text(let text): return text
        case .bigint(let number), .counter(let number): return "\(number)"
        case .int(let number): return "\(number)"
        case .smallint(let number): return "\(number)"
        case .tinyint(let number): return "\(number)"
        case .varint(let number): return "\(number)"
        case .decimal(let number): return "\(number)"
        case .float(let number): return JavaText.float(number)
        case .double(let number): return JavaText.double(number)
        case .boolean(let flag): return flag ? "true" : "false"
        case .uuid(let uuid), .timeuuid(let uuid): return uuid.uuidString.lowercased()
        case .inet(let address):
            guard address.isV6 else { return "\(address)" }
            // Java writes all eight groups.
            let bytes = address.bytes
            return stride(from: 0, to: 15, by: 2)
                .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
                .joined(separator: ":")
        case .date(let days): return CivilDate(daysSinceEpoch: Int64(days)).text
        case .time(let nanoseconds): return time(nanoseconds)
        case .timestamp(let milliseconds): return timestamp(milliseconds, separator: "T")
        case .duration(let duration): return durationText(duration)
        case .blob(let bytes), .custom(let bytes): return "0x" + ValueCheck.hexadecimal(bytes)
        default: return ""
        }
    }

    /// `2024-02-29T12:34:56.789Z` with either mark between day and time.
    static func timestamp(_ milliseconds: Int64, separator: String) -> String {
        let day: Int64 = 86_400_000
        let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
        let rest = milliseconds - days * day
        let clock = time(rest * 1_000_000).prefix(12)
        return CivilDate(daysSinceEpoch: days).text + separator + clock + "Z"
    }

    /// `12:34:56.789012345`.
    static func time(_ nanoseconds: Int64) -> String {
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let seconds = nanoseconds / 1_000_000_000
        return "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            + ".\(padded(nanoseconds % 1_000_000_000, 9))"
    }

    /// `1y2mo3d4h5m6s7ms8us9ns` (`Duration.toString`).
    static func durationText(_ duration: CQLDuration) -> String {
        let isNegative = duration.months < 0 || duration.days < 0 || duration.nanoseconds < 0
        var text = isNegative ? "-" : ""
        var months = UInt64(duration.months.magnitude)
        var nanoseconds = duration.nanoseconds.magnitude
        func append(_ number: inout UInt64, _ size: UInt64, _ unit: String) {
            if number / size != 0 { text += "\(number / size)\(unit)" }
            number %= size
        }
        append(&months, 12, "y")
        append(&months, 1, "mo")
        var days = UInt64(duration.days.magnitude)
        append(&days, 1, "d")
        append(&nanoseconds, 3_600_000_000_000, "h")
        append(&nanoseconds, 60_000_000_000, "m")
        append(&nanoseconds, 1_000_000_000, "s")
        append(&nanoseconds, 1_000_000, "ms")
        append(&nanoseconds, 1_000, "us")
        append(&nanoseconds, 1, "ns")
        return text
    }
}
