/// How much a finding of the linter matters.
public enum LintSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Good to know.
    case info
    /// It works, and has a price that somebody should have thought of.
    case warning
    /// It fails, or it loses data.
    case error

    /// Whether one matters less than another.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}
