/// Where text goes: standard output, standard error, or a test.
protocol OutputSink: Sendable {
    /// Writes text. After a failure nothing more is written.
    func write(_ text: String)

    /// Why writing failed, in words; nil as long as it did not.
    var failure: String? { get }
}
