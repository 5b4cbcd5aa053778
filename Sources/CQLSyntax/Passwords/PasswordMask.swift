/// Hides passwords in CQL and in what servers say about CQL, before it is shown, logged or stored.
///
/// What is hidden: the literal behind `PASSWORD`, with or without `=`, also after `HASHED`, and in a map the value of a
/// key in which "password" or "passwd" occurs. The text need not be whole or right: it is searched as it is, inside of
/// literals and comments too, so that a password is rather hidden once too often than shown. Bind markers stay.
///
/// A server's error message can quote a password without the word in front of it (`mismatched input 'secret' expecting
/// '='`). A mask made with the statement that was sent hides it there as well.
public struct PasswordMask: Hashable, Sendable {
    /// What stands in place of a password.
    public static let replacement = "'********'"

    /// The passwords of the statement, longest first, with quotes doubled as written and single.
    private let secrets: [String]

    /// A mask that knows no passwords, only where they stand.
    public init() { secrets = [] }

    /// A mask that also hides the passwords of a statement wherever they occur.
    public init(secretsOf cql: String) {
        let bytes = Array(cql.utf8)
        var found: Set<String> = []
        for secret in PasswordScanner.secrets(in: bytes) {
            let content = String(decoding: bytes[secret.content], as: UTF8.self)
            found.insert(content)
            found.insert(Self.undoubled(content))
        }
        secrets = found.filter { !$0.isEmpty && $0 != "********" }.sorted {
            ($0.utf8.count, $0) > ($1.utf8.count, $1)
        }
    }

    /// The text with every password replaced.
    public func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for secret in secrets { bytes = Self.replacing(Array(secret.utf8), in: bytes) }
        let found = PasswordScanner.secrets(in: bytes)
        guard !found.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        for secret in found {
            result += bytes[copied..<secret.range.lowerBound]
            result += secret.replacement.utf8
            copied = secret.range.upperBound
        }
        result += bytes[copied...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The text with every password replaced, as far as the text itself tells where they stand.
    public static func masked(_ text: String) -> String { PasswordMask().masked(text) }

    /// Whether the letters `passw` are in a text, in any case: without them no password is told.
    static func mayHoldAny(_ bytes: [UInt8]) -> Bool {
        let word = Array("passw".utf8)
        guard bytes.count >= word.count else { return false }
        for start in 0...(bytes.count - word.count) where bytes[start] | 0x20 == word[0] {
            if (1..<word.count).allSatisfy({ bytes[start + $0] | 0x20 == word[$0] }) { return true }
        }
        return false
    }

    /// Where passwords stand in a text, quotes included, in order.
    ///
    /// Who shows a part of a text must look for passwords in the whole of it: the word may stand on the line before.
    public static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        PasswordScanner.secrets(in: bytes).map(\.range)
    }

    /// Replaces a known password: anywhere if it is long enough not to occur by chance, otherwise between quotes.
    private static func replacing(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard let first = secret.first, secret.count <= bytes.count else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let end = index + secret.count
            if bytes[index] == first, end <= bytes.count, bytes[index..<end].elementsEqual(secret),
                secret.count >= 4 || isQuoted(index..<end, in: bytes)
            {
                result += "********".utf8
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func isQuoted(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        guard range.lowerBound > 0, range.upperBound < bytes.count else { return false }
        let quotes = Array("'\"$".utf8)
        return quotes.contains(bytes[range.lowerBound - 1]) && quotes.contains(bytes[range.upperBound])
    }

    private static func undoubled(_ content: String) -> String {
        var result = ""
        var pendingQuote = false
        for scalar in content.unicodeScalars {
            if scalar == "'", pendingQuote {
                pendingQuote = false
                continue
            }
            pendingQuote = scalar == "'"
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
