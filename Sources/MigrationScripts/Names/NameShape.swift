/// A file name taken apart as far as it goes, whether or not it is right: what the reading of a name and the proposal of a
/// better one both start from.
struct NameShape {
    /// Which of the forms a name has or was meant to have.
    enum Form: Equatable {
        /// `V…` or `U…`; the letter as written.
        case prefixed(Character)
        /// `R…` or `A…`; the letter as written.
        case unversioned(Character)
        /// Begins with a digit.
        case plain
        case unknown
    }

    /// The form.
    let form: Form
    /// The ending as written, such as `.CQL`.
    let ending: String
    /// What stands between the letter, where the form has one, and the ending.
    let rest: Substring

    init(_ fileName: String) {
        let dot = fileName.utf8.index(fileName.endIndex, offsetBy: -4, limitedBy: fileName.startIndex)
        let stem = fileName[..<(dot ?? fileName.startIndex)]
        ending = String(fileName[stem.endIndex...])
        form = Self.form(of: stem)
        switch form {
        case .prefixed, .unversioned: rest = stem.dropFirst()
        case .plain, .unknown: rest = stem
        }
    }

    /// A lower-case letter, or a name that merely begins with one of the letters, is taken for a near miss only where more
    /// speaks for it: `v1_users` was meant as a version, `archive` and `a_users` were not.
    private static func form(of stem: Substring) -> Form {
        guard let first = stem.first else { return .unknown }
        if isDigit(first) { return .plain }
        let rest = stem.dropFirst()
        // What follows the letter up to the first byte that is in no version.
        var token: Substring { Substring(rest.utf8.prefix(while: isVersionByte)) }
        let (meant, isNear): (Form, Bool)
        switch first {
        case "V", "U":
            (meant, isNear) = (.prefixed(first), rest.utf8.first.map(isVersionByte) ?? false)
        case "v", "u":
            (meant, isNear) = (.prefixed(first), token.hasPrefix("__") || token.contains(where: isDigit))
        case "R", "A":
            isNear = token.first == "_" || token.contains(where: isDigit) && rest.contains("__")
            meant = .unversioned(first)
        case "r", "a":
            isNear = token.hasPrefix("__") || token.contains(where: isDigit) && rest.contains("__")
            meant = .unversioned(first)
        default:
            return .unknown
        }
        return isNear ? meant : .unknown
    }

    /// What stands before and after the first two underscores, nil where there are none.
    var sidesOfTwoUnderscores: (before: Substring, after: Substring)? {
        let bytes = rest.utf8.span
        for offset in bytes.indices.dropFirst()
        where bytes[offset] == UInt8(ascii: "_") && bytes[offset - 1] == UInt8(ascii: "_") {
            let before = rest.utf8.index(rest.startIndex, offsetBy: offset - 1)
            return (rest[..<before], rest[rest.utf8.index(before, offsetBy: 2)...])
        }
        return nil
    }

    /// The groups of digits at the start with what joins them.
    ///
    /// A group counts only when a joint or the end of the name follows it, so that in `001_2fa` the version is `001`; the
    /// first group counts in any case, since there is nothing else to go by.
    var leadingVersion: Substring {
        var end = rest.startIndex
        var cursor = rest.startIndex
        while true {
            let digits = rest[cursor...].prefix(while: Self.isDigit)
            guard !digits.isEmpty else { break }
            let isWhole = digits.endIndex == rest.endIndex || Self.isJoint(rest[digits.endIndex])
            guard isWhole || cursor == rest.startIndex else { break }
            end = digits.endIndex
            guard isWhole, end < rest.endIndex else { break }
            cursor = rest.index(after: end)
        }
        return rest[..<end]
    }

    /// What follows the leading groups of digits.
    var afterVersion: Substring {
        rest[leadingVersion.endIndex...]
    }

    /// What follows the leading groups of digits, without what may separate a version from a description.
    var descriptionAfterVersion: Substring {
        Self.trimmed(afterVersion)
    }

    /// The text without separators at both ends and without what a description may not begin with.
    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { !$0.isLetter && !$0.isNumber }
        while let last = text.last, last == " " || last == "_" || last == "-" {
            text.removeLast()
        }
        return text
    }

    static func isDigit(_ character: Character) -> Bool {
        character.asciiValue.map { 0x30...0x39 ~= $0 } ?? false
    }

    /// What may stand between numbers, or be meant to.
    static func isJoint(_ character: Character) -> Bool { character.asciiValue.map(isJoint) ?? false }

    private static func isJoint(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): true
        default: false
        }
    }

    private static func isVersionByte(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || isJoint(byte) }
}
