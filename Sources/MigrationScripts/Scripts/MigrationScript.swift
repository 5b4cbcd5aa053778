public import CQLSyntax
public import Digest

/// A script that was read: its statements, and the checksums that the log knows it by.
public struct MigrationScript: Hashable, Sendable {
    /// Where it is and what its name says.
    public let file: ScriptFile
    /// The text and everything that was read in it.
    public let parsed: ParsedScript
    /// The statements that run: on `migrate`, or for an undo script on `rollback`.
    public let up: [ScriptStatement]
    /// The statements behind `-- @down`: nil where there is no marker, empty where nothing follows it.
    public let down: [ScriptStatement]?
    /// The checksum of the part that runs, its directives included.
    public let checksum: Checksum
    /// The checksum of the part behind `-- @down`, nil where there is no marker.
    public let undoChecksum: Checksum?

    /// Takes what was read of a file.
    ///
    /// - Throws: `DigestError` where the host's OpenSSL refuses to compute checksums.
    public init(_ parsed: ParsedScript, file: ScriptFile) throws(DigestError) {
        self.file = file
        self.parsed = parsed
        up = try Self.hashed(parsed.up)
        checksum = try Checksum(ofCanonicalBytes: parsed.canonicalBytes(of: .up))
        if let statements = parsed.down {
            down = try Self.hashed(statements)
            undoChecksum = try Checksum(ofCanonicalBytes: parsed.canonicalBytes(of: .down))
        } else {
            down = nil
            undoChecksum = nil
        }
    }

    private static func hashed(_ statements: [Statement]) throws(DigestError) -> [ScriptStatement] {
        var result: [ScriptStatement] = []
        result.reserveCapacity(statements.count)
        for statement in statements {
            let hash = try Checksum(ofCanonicalBytes: statement.canonicalBytes)
            result.append(ScriptStatement(number: result.count + 1, statement: statement, hash: hash))
        }
        return result
    }
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
    /// The text of the file.
    public var source: SourceText { parsed.source }
    /// The directives in front of the statements of both parts, in the order of the text.
    public var directives: [Directive] {
        let ofStatements = (parsed.up + (parsed.down ?? [])).flatMap(\.directives)
        return parsed.up.isEmpty ? parsed.headDirectives + ofStatements : ofStatements
    }
}
