/// A script that was found but not read yet: where it is and what its name says.
///
/// A class, and of constants only: everything that is known of a script carries it along.
public final class ScriptFile: Sendable {
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

extension ScriptFile: Hashable {
    /// Whether two scripts are at one place and have one name.
    public static func == (left: ScriptFile, right: ScriptFile) -> Bool {
        left === right
            || (left.path == right.path && left.shownPath == right.shownPath && left.name == right.name)
    }

    /// Hashes the path.
    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
