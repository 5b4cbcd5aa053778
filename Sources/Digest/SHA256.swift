/// SHA-256 (FIPS 180-4), in one call or piece by piece.
///
/// ```swift
/// let digest = try SHA256.digest(of: bytes)
///
/// var hash = try SHA256()
/// try hash.update("a piece")
/// let digest = try hash.finish()
/// ```
public struct SHA256: ~Copyable {
    private var state: MessageDigest

    /// Begins an empty computation.
    ///
    /// - Throws: ``DigestError`` where the host's OpenSSL refuses SHA-256.
    public init() throws(DigestError) {
        state = try MessageDigest(algorithm: "SHA256")
    }

    /// Adds bytes to what is digested.
    public mutating func update(_ bytes: Span<UInt8>) throws(DigestError) {
        try state.update(bytes)
    }

    /// Adds bytes to what is digested.
    public mutating func update(_ bytes: [UInt8]) throws(DigestError) {
        try state.update(bytes.span)
    }

    /// Adds the UTF-8 of a text to what is digested, as it stands: nothing is normalised.
    public mutating func update(_ text: String) throws(DigestError) {
        try state.update(text.utf8Span.span)
    }

    /// Ends the computation.
    public consuming func finish() throws(DigestError) -> SHA256Digest {
        SHA256Digest(bytes: try state.finish(byteCount: SHA256Digest.byteCount))
    }

    /// The digest of some bytes.
    public static func digest(of bytes: [UInt8]) throws(DigestError) -> SHA256Digest {
        var hash = try SHA256()
        try hash.update(bytes)
        return try hash.finish()
    }

    /// The digest of the UTF-8 of a text.
    public static func digest(of text: String) throws(DigestError) -> SHA256Digest {
        var hash = try SHA256()
        try hash.update(text)
        return try hash.finish()
    }
}
