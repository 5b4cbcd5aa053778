/// What a command has to say on standard output, as text or as JSON.
protocol CommandDocument: Sendable {
    /// The value of `data` in the envelope.
    var data: JSONValue { get }

    /// The text, every line with its line break.
    func text(on page: Page) -> String
}
