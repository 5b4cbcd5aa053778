public import CQLSyntax
public import Digest

/// A script that may run, and the checksums that the log knows it by.
///
/// It keeps the text but not the statements, so that thousands of scripts of which a few run need little memory: ask
/// ``parsed()`` once for what is needed more than once.
public struct MigrationScript: Hashable, Sendable {
    /// Where it is and what its name says.
    public let file: ScriptFile
    /// The text of the file.
    public let source: SourceText
    /// The checksum of the part that runs, its directives included.
    public let checksum: Checksum
    /// The checksum of the part behind `-- @down`; nil where there is no marker.
    public let undoChecksum: Checksum?

    /// Takes what was read of a file.
    ///
    /// - Returns: nil where an error forbids to run it.
    /// - Throws: `DigestError` where the host's OpenSSL refuses to compute checksums.
    public init?(_ read: ReadScript) throws(DigestError) {
        guard read.isRunnable, let parsed = read.parsed else { return nil }
        file = read.file
        source = parsed.source
        checksum = try parsed.checksum(of: .up)
        undoChecksum = parsed.down == nil ? nil : try parsed.checksum(of: .down)
    }

    /// The statements of both parts, their directives and all else that is read in the text.
    ///
    /// The text is read again with every call, at some ten megabytes in a second or more.
    public func parsed() -> ParsedScript { ParsedScript(source) }
}

extension MigrationScript {
    /// When it runs.
    public var kind: ScriptKind { file.name.kind }
    /// The path below the folder of the scripts, with `/`: what the log knows the script by.
    public var path: String { file.path }
    /// The version, nil for repeatable and always.
    public var version: MigrationVersion? { file.name.version?.number }
    /// The description as it stands in the file name.
    public var description: String { file.name.description }
    /// Whether there is a part behind `-- @down`, be it empty.
    public var hasDownPart: Bool { undoChecksum != nil }
}
