/// A folder of scripts.
///
/// It is walked recursively. Hidden files and folders (`.git`, `.V1__a.cql.swp`) are passed over; everything else that
/// ends in `.cql` has to be a script. Symbolic links are followed, and a folder that can be reached in several ways is
/// walked once, by its real path if that lies in the folder, so that links in a circle do no harm.
public struct ScriptDirectory: Sendable {
    /// The most bytes of one script: far more than anybody writes, and little enough to be held in memory.
    public static let defaultSizeLimit = 64 << 20

    /// The path as it was given.
    public let path: String
    /// The most bytes that are read of one script.
    public let sizeLimit: Int
    /// Where the folder is.
    public let fileSystem: any FileSystem
    /// Where files are read, which blocks.
    public let readers: any TaskExecutor

    /// Names a folder; nothing is looked at yet.
    public init(
        _ path: String,
        in fileSystem: any FileSystem = LocalFileSystem(),
        sizeLimit: Int = ScriptDirectory.defaultSizeLimit,
        readingOn readers: any TaskExecutor = globalConcurrentExecutor
    ) {
        self.path = path
        self.fileSystem = fileSystem
        self.readers = readers
        self.sizeLimit = sizeLimit
    }

    /// Finds the scripts by their names, without reading them.
    ///
    /// Blocks.
    ///
    /// - Throws: ``ScriptError`` where the folder itself is missing, is a file or cannot be listed; what is wrong below
    ///   it is in the listing.
    public func list() throws(ScriptError) -> ScriptListing {
        var walk = ScriptWalk(of: self)
        try walk.run()
        return walk.listing
    }
}
