import Configuration
import FoundationEssentials

/// A moment as `--since` takes it.
enum HistorySince: Equatable, Sendable {
    /// A day or a time, in UTC.
    case moment(Date)
    /// So long before now.
    case ago(Duration)

    /// Reads `2026-01-15`, `2026-01-15T10:30`, `2026-01-15T10:30:00`, a `Z` behind the time, or a duration with its
    /// unit; nil for anything else.
    init?(_ text: String) {
        if let date = Self.date(text) {
            self = .moment(date)
        } else if text.last?.isLetter == true, let duration = try? DurationText.parse(text) {
            self = .ago(duration)
        } else {
            return nil
        }
    }

    /// The moment that is meant.
    func moment(before now: Date) -> Date {
        switch self {
        case .moment(let date): date
        case .ago(let duration): now.addingTimeInterval(-Double(duration.components.seconds))
        }
    }

    private static func date(_ text: String) -> Date? {
        var text = text[...]
        if text.hasSuffix("Z") || text.hasSuffix("z") { text.removeLast() }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" || $0 == " " }
        guard parts.count <= 2, let day = parts.first.flatMap({ numbers($0, "-", [4, 2, 2]) }) else { return nil }
        let civil = CivilDate(year: day[0], month: day[1], day: day[2])
        // A day that the month does not have would silently be one of the next.
        guard (1...12).contains(day[1]), CivilDate(daysSince1970: civil.daysSince1970) == civil else { return nil }
        var seconds: Int64 = 0
        if parts.count == 2 {
            guard let time = numbers(parts[1], ":", [2, 2, 2]) ?? numbers(parts[1], ":", [2, 2]).map({ $0 + [0] }),
                time[0] < 24, time[1] < 60, time[2] < 60
            else { return nil }
            seconds = time[0] * 3600 + time[1] * 60 + time[2]
        }
        return Date(timeIntervalSince1970: Double(civil.daysSince1970 * 86_400 + seconds))
    }

    /// Numbers of so many digits each, joined by a separator.
    private static func numbers(_ text: Substring, _ separator: Character, _ widths: [Int]) -> [Int64]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == widths else { return nil }
        let isNumeric = parts.allSatisfy { $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
        return isNumeric ? parts.compactMap { Int64($0) } : nil
    }
}
