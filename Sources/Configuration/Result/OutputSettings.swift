/// What is printed, and how.
public struct OutputSettings: Sendable, Equatable {
    /// Whether to print one JSON document.
    public var json: Bool
    /// When to use colours.
    public var color: ColorChoice
    /// Whether to print results and errors only.
    public var quiet: Bool
    /// How much more to say: 0 to 3.
    public var verbosity: Int

    /// Makes settings.
    public init(json: Bool = false, color: ColorChoice = .auto, quiet: Bool = false, verbosity: Int = 0) {
        self.json = json
        self.color = color
        self.quiet = quiet
        self.verbosity = verbosity
    }
}
