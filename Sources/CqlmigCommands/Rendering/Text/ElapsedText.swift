import MigrationEngine

/// How long something took, for people.
enum ElapsedText {
    /// `12 ms`, `1.25 s`, `2 min 05 s`.
    static func format(_ duration: Duration) -> String { format(milliseconds: duration.inMilliseconds) }

    /// `12 ms`, `1.25 s`, `2 min 05 s`.
    static func format(milliseconds: Int64) -> String {
        let milliseconds = max(0, milliseconds)
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let seconds = milliseconds / 1000
        if seconds < 60 { return "\(seconds).\(String(milliseconds / 10 % 100 + 100).dropFirst()) s" }
        if seconds < 3600 { return "\(seconds / 60) min \(String(seconds % 60 + 100).dropFirst()) s" }
        return "\(seconds / 3600) h \(String(seconds / 60 % 60 + 100).dropFirst()) min"
    }
}
