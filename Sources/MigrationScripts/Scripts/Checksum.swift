import Digest

/// A checksum together with the rule by which it was computed.
///
/// Checksums are stored in clusters for years. One that was computed by another rule says nothing about a change, so the
/// rule's id is a part of the value, and values of different rules are never equal.
public struct Checksum: Hashable, Sendable {
    /// The id of the one rule of this release, `t1`: SHA-256 over the canonical token stream of `CQLSyntax`.
    ///
    /// What the stream holds is fixed by `ParsedScript.canonicalBytes(of:)` for scripts and by
    /// `Statement.canonicalBytes` for statements: tokens as written and directives, without comments, white space and
    /// byte order mark, line ends in literals as LF. A change of any of this needs an id of its own.
    public static let currentAlgorithm = "t1"

    /// The id of the rule.
    public let algorithm: String
    /// The digest in lower-case hexadecimal digits.
    public let hex: String

    /// Makes one of stored parts.
    public init(algorithm: String, hex: String) {
        self.algorithm = algorithm
        self.hex = hex
    }

    /// Whether this release can tell by it whether a script has changed.
    public var isComparable: Bool { algorithm == Self.currentAlgorithm }

    /// Computes one of canonical bytes by the current rule.
    init(ofCanonicalBytes bytes: [UInt8]) throws(DigestError) {
        self.init(algorithm: Self.currentAlgorithm, hex: try SHA256.digest(of: bytes).hex)
    }
}

extension Checksum: CustomStringConvertible {
    /// `t1:` and the digits.
    public var description: String { algorithm + ":" + hex }
}
