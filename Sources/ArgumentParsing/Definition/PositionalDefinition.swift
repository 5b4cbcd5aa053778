/// An argument that is known by its place and not by a name.
public struct PositionalDefinition: Sendable, Equatable {
    /// What the help and the errors call it, in capitals, for example `VERSION`.
    public var name: String
    /// What it is for.
    public var help: String
    /// Whether the command can do without it.
    public var isOptional: Bool
    /// Whether it takes all arguments that are left; only the last one of a command may.
    public var isRepeated: Bool

    /// Defines an argument that must be given once, unless said otherwise.
    public init(_ name: String, _ help: String, isOptional: Bool = false, isRepeated: Bool = false) {
        self.name = name
        self.help = help
        self.isOptional = isOptional
        self.isRepeated = isRepeated
    }

    /// How the usage line writes it: `NAME`, `[NAME]`, `NAME...` or `[NAME...]`.
    var usage: String {
        let text = isRepeated ? "\(name)..." : name
        return isOptional ? "[\(text)]" : text
    }
}
