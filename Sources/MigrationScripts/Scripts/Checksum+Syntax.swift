public import CQLSyntax
public import Digest

extension ParsedScript {
    /// The checksum of a part of the script, with the directives in front of its statements.
    ///
    /// - Throws: `DigestError` where the host's OpenSSL refuses to compute checksums.
    public func checksum(of part: ScriptPart) throws(DigestError) -> Checksum {
        try Checksum(ofCanonicalBytes: canonicalBytes(of: part))
    }
}

extension Statement {
    /// The checksum of the statement's own tokens, without directives: what a half-applied script is resumed by.
    ///
    /// Two statements that differ only in comments and white space have one.
    ///
    /// - Throws: `DigestError` where the host's OpenSSL refuses to compute checksums.
    public func checksum() throws(DigestError) -> Checksum {
        try Checksum(ofCanonicalBytes: canonicalBytes)
    }
}
