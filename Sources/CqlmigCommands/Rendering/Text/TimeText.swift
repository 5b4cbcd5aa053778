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

/// A date of the Gregorian calendar.
///
/// Counted in eras of 400 years that begin on the first of March, so that the leap day is the last day of a year.
struct CivilDate: Equatable, Sendable {
    let year: Int64
    let month: Int64
    let day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970: Int64) {
        let days = daysSince1970 + 719_468
        let era = days.flooredQuotient(146_097)
        let dayOfEra = days.flooredRemainder(146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day as a number; that of a date which does not exist is that of a later one.
    var daysSince1970: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear.flooredRemainder(400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    fileprivate func flooredRemainder(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
