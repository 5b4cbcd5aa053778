/// The releases of Apache Cassandra whose language and schema differ for this library.
public enum CassandraRelease: String, Hashable, Sendable, CaseIterable, Comparable {
    case v311 = "3.11"
    case v40 = "4.0"
    case v41 = "4.1"
    case v50 = "5.0"
    case v60 = "6.0"

    /// Whether a release came out before another.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .v311: 0
        case .v40: 1
        case .v41: 2
        case .v50: 3
        case .v60: 4
        }
    }
}
