/// One entry of a folder.
public struct FolderEntry: Hashable, Sendable {
    /// What the folder says of an entry without looking at the entry itself.
    public enum Kind: Hashable, Sendable {
        /// A regular file.
        case file
        /// A folder.
        case folder
        /// A symbolic link, or something that has to be asked for what it is.
        case unresolved
        /// A device, pipe or socket.
        case other
    }

    /// The name; U+FFFD stands for what is not UTF-8.
    public let name: String
    /// Whether ``name`` is the whole truth: a name that is not UTF-8 cannot be opened by it.
    public let isUTF8: Bool
    /// What it is.
    public let kind: Kind

    /// Makes one of its parts.
    public init(name: String, isUTF8: Bool = true, kind: Kind) {
        self.name = name
        self.isUTF8 = isUTF8
        self.kind = kind
    }
}
