/// Why a new script was not made.
public struct NewScriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was in the way.
    public enum Reason: Hashable, Sendable {
        /// Nothing of the description can stand in a file name.
        case emptyDescription(String)
        /// In a plain numbered folder the description's first word would be read as a part of the version.
        case leadingNumber(slug: String)
        /// The version that was asked for is none.
        case badVersion(MigrationVersionError)
        /// A file has the version already.
        case versionExists(MigrationVersion, path: String)
        /// A file of the same kind has the description already.
        case descriptionExists(ScriptKind, path: String)
        /// The folder holds names of both styles, so that the one to follow is not known.
        case mixedStyles(prefixed: String, plain: String)
        /// No number follows the last one.
        case noNextVersion(after: MigrationVersion, path: String)
        /// The clock shows a moment that no time stamp can hold.
        case clock
        /// A file could not be written; the files that were written and could not be removed again.
        case notWritten(FileSystemError, remaining: [FileSystemError])
    }

    /// What was in the way.
    public let reason: Reason

    /// Makes one of its reason.
    public init(_ reason: Reason) {
        self.reason = reason
    }

    /// A full sentence for people.
    public var description: String {
        switch reason {
        case .emptyDescription(let text):
            return "Of the description `\(visible(text))` nothing is left for a file name, "
                + "which keeps the letters a to z and digits."
        case .leadingNumber(let slug):
            return "The description begins with a number: in a folder of plain numbered files "
                + "`\(slug.prefix { $0 != "_" })` would be read as a part of the version."
        case .badVersion(let error):
            return error.description
        case .versionExists(let version, let path):
            return "Version \(version) exists already: `\(visible(path))`."
        case .descriptionExists(let kind, let path):
            return "A script of the kind `\(kind.rawValue)` with this description exists already: `\(visible(path))`."
        case .mixedStyles(let prefixed, let plain):
            return "The folder holds both `\(visible(prefixed))` and `\(visible(plain))`, "
                + "so that it is not known how to name the next one."
        case .noNextVersion(let version, let path):
            return "No version follows \(version) of `\(visible(path))`: its last number is the largest there is."
        case .clock:
            return "The clock is before 1970 or after 9999, so that it gives no time stamp."
        case .notWritten(let error, let remaining):
            return remaining.reduce(into: error.description) { $0 += " " + $1.description }
        }
    }

    /// What to do about it; nil where the sentence says it.
    public var hint: String? {
        switch reason {
        case .emptyDescription: "Describe the change in a few words, such as `add users`."
        case .leadingNumber: "Put a word in front of it."
        case .badVersion: "Give one or more numbers joined by `.` or `_`."
        case .versionExists: "Leave the version out to get the next one."
        case .descriptionExists: "Change that file, or choose another description."
        case .mixedStyles: "Rename the files of one style: a project uses `V<version>__` or plain numbers, not both."
        case .noNextVersion: "Give a version with `--version`, for instance with one number more."
        case .clock: "Set the clock, or give a version with `--version`."
        case .notWritten: nil
        }
    }
}
