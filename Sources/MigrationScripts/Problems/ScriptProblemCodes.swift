public import CQLSyntax

extension Diagnostic.Code {
    /// A file that ends in `.cql` and whose name is none of a script.
    public static let badFilename = Self(rawValue: "bad-filename")
    /// `V…` files and plain numbered files in one folder.
    public static let mixedNames = Self(rawValue: "mixed-names")
    /// Two versioned scripts of one version.
    public static let duplicateVersion = Self(rawValue: "duplicate-version")
    /// Two undo scripts of one version.
    public static let duplicateUndo = Self(rawValue: "duplicate-undo")
    /// Two repeatable, or two always scripts, of one description.
    public static let duplicateDescription = Self(rawValue: "duplicate-description")
    /// An undo script of a version that no script has.
    public static let orphanUndo = Self(rawValue: "orphan-undo")
    /// A version with both a `-- @down` part and an undo script.
    public static let twoUndos = Self(rawValue: "two-undos")
    /// A script in which there is nothing to run.
    public static let noStatements = Self(rawValue: "no-statements")
    /// A comment line `-- @name …` with a name that this release does not know.
    public static let unknownDirective = Self(rawValue: "unknown-directive")
    /// A statement that would change or drop the tables of this tool, or the keyspace that they are in.
    public static let ownTables = Self(rawValue: "own-tables")
    /// The folder of the scripts is not there.
    public static let noSuchFolder = Self(rawValue: "no-such-folder")
    /// What was given as the folder of the scripts is a file.
    public static let notAFolder = Self(rawValue: "not-a-folder")
    /// A folder that cannot be listed.
    public static let unreadableFolder = Self(rawValue: "unreadable-folder")
    /// A script that cannot be read, or that is no regular file.
    public static let unreadableFile = Self(rawValue: "unreadable-file")
    /// A script of more bytes than are read.
    public static let fileTooLarge = Self(rawValue: "file-too-large")
    /// The host's OpenSSL refuses to compute checksums.
    public static let digest = Self(rawValue: "digest")

    /// The codes that this part adds to those of `CQLSyntax`, for the documentation.
    public static let ofScripts: [Diagnostic.Code] = [
        .badFilename, .mixedNames, .duplicateVersion, .duplicateUndo, .duplicateDescription, .orphanUndo, .twoUndos,
        .noStatements, .unknownDirective, .ownTables, .noSuchFolder, .notAFolder, .unreadableFolder, .unreadableFile,
        .fileTooLarge, .digest,
    ]
}
