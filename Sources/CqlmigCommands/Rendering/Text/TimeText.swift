import FoundationEssentials

/// Moments as text, in UTC, without a calendar of the system.
enum TimeText {
    /// ISO 8601 with milliseconds: `2026-11-21T08:00:00.123Z`.
    static func iso(_ date: Date) -> String {
        let moment = Moment(date)
        return "\(moment.day)T\(moment.time).\(padded(moment.millisecond, to: 3))Z"
    }

    /// For people: `2026-11-21 08:00:00`, in UTC, which the heading of a column says.
    static func table(_ date: Date) -> String {
        let moment = Moment(date)
        return "\(moment.day) \(moment.time)"
    }

    private struct Moment {
        let day: String
        let time: String
        let millisecond: Int64

        init(_ date: Date) {
            // The years 0 to 9999, which is what the texts have room for.
            let milliseconds = min(max(date.timeIntervalSince1970 * 1000, -62_167_219_200_000), 253_402_300_799_999)
            let total = Int64(milliseconds.rounded(.down))
            let (days, rest) = (total.flooredQuotient(86_400_000), total.flooredRemainder(86_400_000))
            let civil = CivilDate(daysSince1970: days)
            day = "\(padded(civil.year, to: 4))-\(padded(civil.month, to: 2))-\(padded(civil.day, to: 2))"
            let seconds = rest / 1000
            time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
            millisecond = rest % 1000
        }
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
