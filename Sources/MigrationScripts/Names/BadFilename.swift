/// Why a file's name is not that of a script, and which name would be right.
public struct BadFilename: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong with a name.
    public enum Issue: Hashable, Sendable {
        /// The name has none of the known forms, nor nearly so.
        case unknownForm
        /// The letter in front is lower case; the letter as written.
        case lowerCaseLetter(Character)
        /// The name ends in something like `.CQL`; the ending as written.
        case extensionCase(String)
        /// One underscore stands where two are needed.
        case oneUnderscore
        /// Two underscores follow the number of a plain numbered name.
        case twoUnderscores
        /// No version follows the `V` or `U`.
        case missingVersion
        /// What stands where the version belongs is not one.
        case badVersion(String)
        /// A number of the version does not fit into 64 bits.
        case versionTooLarge(String)
        /// The numbers of a plain numbered name are joined by something else than `_`; the text up to the description.
        case plainSeparator(String)
        /// A version follows the `R` or `A`; the text between the letter and `__`.
        case unexpectedVersion(String)
        /// There is no description.
        case missingDescription
        /// The description begins with something else than a letter or a digit.
        case descriptionStart(Character)
        /// The description ends in a space.
        case trailingSpace
        /// The name contains a character that is not shown.
        case invisible(Unicode.Scalar)
        /// The bytes of the name are not UTF-8.
        case notUTF8
    }

    /// The name of the file without its folder.
    public let name: String
    /// What is wrong, in the order of the name; never empty.
    public let issues: [Issue]
    /// A name that would be right, with `<version>` or `<description>` for what only a person can know; nil where nothing
    /// can be proposed.
    public let suggestion: String?

    /// Makes one of its parts.
    public init(name: String, issues: [Issue], suggestion: String?) {
        self.name = name
        self.issues = issues
        self.suggestion = suggestion
    }

    /// A full sentence for people.
    public var description: String {
        let reasons = issues.map(\.clause).joined(separator: ", and ")
        return "`\(visible(name))` is not the name of a migration: \(reasons)."
    }

    /// What to do about it.
    public var hint: String {
        if let suggestion {
            return "Rename it to `\(visible(suggestion))`."
        }
        if issues.contains(.unknownForm) {
            return "Name it `V<version>__<description>.cql`, `<digits>_<description>.cql`, "
                + "`U<version>__<description>.cql`, `R__<description>.cql` or `A__<description>.cql`, "
                + "or move it out of the folder."
        }
        return "Rename it, or move it out of the folder."
    }
}

extension BadFilename.Issue {
    /// The issue as a part of a sentence.
    fileprivate var clause: String {
        switch self {
        case .unknownForm:
            "it has none of the known forms"
        case .lowerCaseLetter(let letter):
            "the letter in front has to be upper case, `\(letter.uppercased())` and not `\(letter)`"
        case .extensionCase(let ending):
            "it has to end in `.cql` in lower case and not in `\(ending)`"
        case .oneUnderscore:
            "two underscores have to stand in front of the description and not one"
        case .twoUnderscores:
            "one underscore follows the number of a plain numbered file and not two"
        case .missingVersion:
            "there is no version after the letter"
        case .badVersion(let text):
            "`\(visible(text))` is not a version (numbers joined by `.` or `_`)"
        case .versionTooLarge(let number):
            "the number \(number) of its version is larger than \(UInt64.max)"
        case .plainSeparator(let text):
            "`\(visible(text))` is not the number of a plain numbered file (digits, groups of them joined by `_`)"
        case .unexpectedVersion(let text):
            "a repeatable or always script has no version, and `\(visible(text))` stands where one would be"
        case .missingDescription:
            "it has no description"
        case .descriptionStart(let character):
            "its description begins with `\(visible(String(character)))` and not with a letter or a digit"
        case .trailingSpace:
            "its description ends in a space"
        case .invisible(let scalar):
            "it contains the invisible character \(visible(String(scalar)))"
        case .notUTF8:
            "its bytes are not UTF-8"
        }
    }
}
