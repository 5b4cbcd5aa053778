import CQLSyntax

/// What of a script matters to the others: enough to find conflicts without keeping the scripts themselves.
public struct ScriptOutline: Hashable, Sendable {
    /// Where it is and what its name says.
    public let file: ScriptFile
    /// Whether it has a part behind `-- @down`, be it empty.
    public let hasDownPart: Bool

    /// Makes one of its parts.
    public init(file: ScriptFile, hasDownPart: Bool) {
        self.file = file
        self.hasDownPart = hasDownPart
    }

    /// Takes what was read of a file.
    public init(_ read: ReadScript) {
        self.init(file: read.file, hasDownPart: read.parsed?.down != nil)
    }
}
