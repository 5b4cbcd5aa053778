import FoundationEssentials

/// A moment in UTC as the digits `yyyyMMddHHmmss`, which order as moments do.
struct Timestamp: Hashable, Sendable {
    /// The 14 digits.
    let text: String

    /// Makes one; nil for moments that four digits of a year cannot hold, and before 1970.
    init?(_ date: Date) {
        // The end of the year 9999.
        guard let seconds = Int(exactly: date.timeIntervalSince1970.rounded(.down)), 0..<253_402_300_800 ~= seconds
        else {
            return nil
        }
        let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = Self.civil(daysSince1970: days)
        text =
            padded(UInt64(year), to: 4)
            + [month, day, second / 3600, second / 60 % 60, second % 60].map { padded(UInt64($0), to: 2) }.joined()
    }

    /// The date of the Gregorian calendar, counted in eras of 400 years that begin on the first of March, so that the
    /// leap day is the last day of a year.
    private static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let days = daysSince1970 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
