import CQLSyntax
import CQLWire

/// Dates and times as constants have them.
enum TimeText {
    /// `2024-02-29`, or the number of days with 1970-01-01 at 2^31 (`SimpleDateSerializer`).
    static func date(_ text: String) throws(ServerError) -> Int32 {
        if text.utf8.allSatisfy({ isDigit($0) }) {
            guard let number = UInt32(text) else {
                throw .invalid("Unable to make unsigned int (for date) from: '\(text)'")
            }
            return Int32(bitPattern: number ^ 0x8000_0000)
        }
        guard let days = days(text[...]), let short = Int32(exactly: days) else {
            throw .invalid("Unable to coerce '\(text)' to a formatted date (long)")
        }
        return short
    }

    /// `12:34:56.789`, or the nanoseconds of the day (`TimeSerializer`).
    static func time(_ text: String) throws(ServerError) -> Int64 {
        if text.utf8.allSatisfy({ isDigit($0) }) {
            guard let number = Int64(text), number < 86_400_000_000_000 else {
                throw .invalid("Input long out of bounds: \(text)")
            }
            return number
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hours = digits(parts[0], upTo: 24), let minutes = digits(parts[1], upTo: 60),
            let seconds = secondsAndFraction(parts[2], digits: 9)
        else { throw .invalid("(TimeType) Unable to coerce '\(text)' to a formatted time (long)") }
        return (hours * 3_600 + minutes * 60) * 1_000_000_000 + seconds
    }

    /// `2024-02-29T12:34:56.789Z` and shorter, in UTC unless it says otherwise, or the milliseconds since 1970
    /// (`TimestampSerializer`).
    static func timestamp(_ text: String, _ release: CassandraRelease) throws(ServerError) -> Int64 {
        if let number = Int64(text), text.utf8.first != UInt8(ascii: "+") { return number }
        guard let milliseconds = milliseconds(text, isLenient: release >= .v40) else {
            throw .invalid(
                release < .v40
                    ? "Unable to coerce '\(text)' to a formatted date (long)"
                    : "Unable to parse a date/time from '\(text)'"
            )
        }
        return milliseconds
    }

    /// Leniently, a day that the month does not have is its last, and the seconds have any number of digits behind the
    /// point; otherwise these are milliseconds, as `SimpleDateFormat` of Java reads them.
    private static func milliseconds(_ text: String, isLenient: Bool) -> Int64? {
        let mark = text.firstIndex { $0 == "T" || $0 == " " }
        guard let mark else { return days(text[...], isLenient: isLenient).map { $0 * 86_400_000 } }
        guard let days = days(text[..<mark], isLenient: isLenient) else { return nil }
        let (clock, zone) = splitZone(text[text.index(after: mark)...])
        guard let offset = zoneOffset(zone) else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hours = digits(parts[0], upTo: 24),
            let minutes = digits(parts[1], upTo: 60),
            let seconds = parts.count != 3
                ? 0 : isLenient ? secondsAndFraction(parts[2], digits: 3) : secondsAndMilliseconds(parts[2])
        else { return nil }
        return days * 86_400_000 + (hours * 3_600 + minutes * 60) * 1_000 + seconds - offset
    }

    private static func splitZone(_ text: Substring) -> (clock: Substring, zone: Substring) {
        guard let start = text.firstIndex(where: { "+-Zz ".contains($0) || $0.isLetter }) else { return (text, "") }
        return (text[..<start], text[start...])
    }

    /// What a time zone is ahead of UTC, in milliseconds.
    private static func zoneOffset(_ zone: Substring) -> Int64? {
        var zone = zone.drop { $0 == " " }
        if zone.isEmpty || zone == "Z" || zone == "UTC" || zone == "GMT" { return 0 }
        guard let sign = zone.popFirst(), sign == "+" || sign == "-" else { return nil }
        let numbers = zone.filter { $0 != ":" }
        guard numbers.utf8.count == 2 || numbers.utf8.count == 4,
            let hours = digits(Substring(numbers.prefix(2)), upTo: 24),
            let minutes = numbers.utf8.count == 2 ? 0 : digits(Substring(numbers.suffix(2)), upTo: 60)
        else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -60_000 : 60_000)
    }

    /// `59.123` in units of the last digit.
    private static func secondsAndFraction(_ text: Substring, digits width: Int) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let seconds = digits(parts[0], upTo: 60) else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= max(width, 9) else { return nil }
        while fraction.utf8.count < width { fraction += "0" }
        guard let number = digits(fraction.prefix(width), upTo: .max) else { return nil }
        return (0..<width).reduce(seconds) { unit, _ in unit * 10 } + number
    }

    /// `59.123` in milliseconds, the digits behind the point taken as a number of them.
    private static func secondsAndMilliseconds(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let seconds = digits(parts[0], upTo: 60),
            let fraction = parts.count == 2 ? digits(parts[1], upTo: 1_000) : 0
        else { return nil }
        return seconds * 1_000 + fraction
    }

    /// `2024-02-29` as days since 1970; leniently, a day that the month does not have is its last.
    private static func days(_ text: Substring, isLenient: Bool = false) -> Int64? {
        var text = text
        let isNegative = text.first == "-"
        if isNegative { text.removeFirst() }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = digits(parts[0], upTo: 6_000_000), let month = digits(parts[1], upTo: 13),
            let day = digits(parts[2], upTo: 32), month > 0, day > 0
        else { return nil }
        var date = CivilDate(year: isNegative ? -year : year, month: month, day: day)
        while isLenient, !date.isReal { date = CivilDate(year: date.year, month: month, day: date.day - 1) }
        return date.isReal ? date.daysSinceEpoch : nil
    }

    /// A number of digits alone, below a limit.
    private static func digits(_ text: Substring, upTo limit: Int64) -> Int64? {
        guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ isDigit($0) }),
            let number = Int64(text), number < limit
        else { return nil }
        return number
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
