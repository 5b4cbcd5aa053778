/// The version of a migration: one or more numbers, compared number by number.
///
/// Trailing zeros do not count, so `1.2`, `1.2.0`, `1_2` and `001.02` are one version. Each number has 64 bits, which
/// leaves room for time stamps such as `20260115103000`.
public struct MigrationVersion: Hashable, Sendable {
    /// The numbers without trailing zeros; empty for version 0.
    ///
    /// Kept in this one form so that equality and hashing can be synthesised.
    public let numbers: [UInt64]

    /// Makes a version of its numbers, of which trailing zeros are dropped; no number at all is version 0.
    public init(numbers: [UInt64]) {
        guard numbers.last == 0 else {
            self.numbers = numbers
            return
        }
        let significant = numbers.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        self.numbers = Array(numbers.prefix(significant))
    }

    /// Reads a version as a file name or an option spells it: numbers of ASCII digits, joined by `.` or `_`.
    ///
    /// - Throws: ``MigrationVersionError`` for anything else; nothing is trimmed or corrected.
    public init(_ text: String) throws(MigrationVersionError) {
        guard !text.isEmpty else {
            throw MigrationVersionError(text: text, reason: .empty)
        }
        // Nearly all versions are one number.
        guard text.utf8.contains(where: Self.isSeparator) else {
            self.init(numbers: [try Self.number(Substring(text), of: text)])
            return
        }
        var numbers: [UInt64] = []
        for piece in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: Self.isSeparator) {
            let piece = Substring(piece)
            numbers.append(try Self.number(piece, of: text))
        }
        self.init(numbers: numbers)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }

    private static func number(_ piece: Substring, of text: String) throws(MigrationVersionError) -> UInt64 {
        guard !piece.isEmpty, piece.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
            throw MigrationVersionError(text: text, reason: .notANumber(String(piece)))
        }
        guard let number = UInt64(piece) else {
            throw MigrationVersionError(text: text, reason: .tooLarge(String(piece)))
        }
        return number
    }
}

extension MigrationVersion: Comparable {
    /// Orders by the first number that differs; a version with more numbers comes after the one it continues.
    public static func < (one: MigrationVersion, other: MigrationVersion) -> Bool {
        // Most versions are one number.
        if one.numbers.count == 1, other.numbers.count == 1 { return one.numbers[0] < other.numbers[0] }
        return one.numbers.lexicographicallyPrecedes(other.numbers)
    }
}

extension MigrationVersion: CustomStringConvertible {
    /// The canonical text, such as `1.2`: what is stored, shown and compared; equal versions have equal texts.
    public var text: String {
        numbers.isEmpty ? "0" : numbers.map(String.init).joined(separator: ".")
    }

    /// The same as ``text``.
    public var description: String { text }
}
