extension Duration {
    /// In whole milliseconds, rounded down.
    public var inMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    /// `1.25 s`, for sentences.
    var seconds: String {
        let milliseconds = inMilliseconds
        guard milliseconds % 1000 != 0 else { return "\(milliseconds / 1000) s" }
        let rest = String(milliseconds % 1000 + 1000).dropFirst()
        return "\(milliseconds / 1000).\(rest) s"
    }
}
