/// The value of a `duration`.
///
/// Months, days and nanoseconds are kept apart, because neither months nor days have one length. All three have the
/// same sign.
public struct CQLDuration: Hashable, Sendable {
    /// The months.
    public let months: Int32
    /// The days.
    public let days: Int32
    /// The nanoseconds.
    public let nanoseconds: Int64

    /// Creates a duration; nil if one part is above 0 and another below, which the server refuses.
    public init?(months: Int32, days: Int32, nanoseconds: Int64) {
        let negative = months < 0 || days < 0 || nanoseconds < 0
        let positive = months > 0 || days > 0 || nanoseconds > 0
        if negative && positive { return nil }
        self.months = months
        self.days = days
        self.nanoseconds = nanoseconds
    }
}

extension CQLDuration: CustomStringConvertible {
    /// The duration as CQL writes it: `-1mo2d3ns`.
    public var description: String {
        let isNegative = months < 0 || days < 0 || nanoseconds < 0
        var text = ""
        if months != 0 { text += "\(months.magnitude)mo" }
        if days != 0 { text += "\(days.magnitude)d" }
        if nanoseconds != 0 || text.isEmpty { text += "\(nanoseconds.magnitude)ns" }
        return (isNegative ? "-" : "") + text
    }
}
