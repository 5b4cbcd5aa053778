/// Lengths of time as people write them: `500ms`, `30s`, `5m`, `1h`; a bare number is seconds.
public enum DurationText {
    /// The units, with their length in milliseconds, from the largest down.
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]
    /// Longer times are refused: nobody means them, and sums of them must not overflow.
    private static let most: Duration = .seconds(10_000 * 3_600)

    /// Reads a time.
    ///
    /// - Parameters:
    ///   - text: a whole number, followed by `ms`, `s`, `m`, `h` or nothing.
    ///   - range: the times that are allowed; nil allows everything up to ten thousand hours.
    /// - Throws: a `ValueError` that shows how to write one, or names the range.
    public static func parse(_ text: String, in range: ClosedRange<Duration>? = nil) throws(ValueError) -> Duration {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let unit = text.utf8.dropFirst(digits.count)
        let length = unit.isEmpty ? 1_000 : units.first { $0.name.utf8.elementsEqual(unit) }?.milliseconds
        guard !digits.isEmpty, let length else {
            throw ValueError(
                "must be a duration such as 500ms, 30s, 5m or 1h (a bare number is seconds), not \(quoted(text))")
        }
        let range = range ?? .zero...most
        guard
            let number = Int64(Substring(digits)),
            case (let milliseconds, let overflow) = number.multipliedReportingOverflow(by: length), !overflow,
            case let duration = Duration.milliseconds(milliseconds), range.contains(duration)
        else {
            let bounds = "\(format(range.lowerBound)) to \(format(range.upperBound))"
            throw ValueError("must be from \(bounds), not \(text.count > 24 ? "that long" : text)")
        }
        return duration
    }

    /// The shortest exact text, for example `90s` or `500ms`, which `parse` reads back; fractions of a millisecond are
    /// cut.
    public static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let thousandths = attoseconds / 1_000_000_000_000_000
        guard thousandths == 0 else { return "\(seconds &* 1_000 &+ thousandths)ms" }
        // 90s and not 1m30s, since `parse` has no sums; 60s and not 1m, since that is how the defaults are written.
        if seconds != 0, seconds % 3_600 == 0 { return "\(seconds / 3_600)h" }
        if seconds != 0, seconds % 60 == 0, seconds > 120 { return "\(seconds / 60)m" }
        return "\(seconds)s"
    }
}
