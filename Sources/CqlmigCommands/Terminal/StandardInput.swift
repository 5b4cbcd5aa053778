/// What is typed or piped into the program.
protocol StandardInput: Sendable {
    /// Everything up to the end, at most `limit` bytes; nil when there are more, or when it cannot be read.
    func readAll(limit: Int) -> [UInt8]?

    /// A line that is typed, without its end.
    ///
    /// - Parameter isCancelled: Looked at again and again while nothing is typed.
    /// - Returns: nil when the input ends, or when `isCancelled` gives true.
    func readLine(isCancelled: @Sendable () -> Bool) async -> String?
}
