/// A script that was found but not read yet: where it is and what its name says.
public struct ScriptFile: Hashable, Sendable {
    /// The path below the folder of the scripts, with `/` between its parts: what the log knows the script by.
    public let path: String
    /// The path as people see it in messages: the folder as it was given, and ``path``.
    public let shownPath: String
    /// What the name says.
    public let name: ScriptName

    /// Makes one of its parts.
    public init(path: String, shownPath: String, name: ScriptName) {
        self.path = path
        self.shownPath = shownPath
        self.name = name
    }
}
