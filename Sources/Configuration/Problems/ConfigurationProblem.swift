/// One thing that is wrong with the configuration.
///
/// The line of the file is not part of it, and should not be shown with it: it may hold a password.
public struct ConfigurationProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, for programs; the raw value stands in JSON output.
    public enum Code: String, Sendable, CaseIterable {
        /// The configuration file that was asked for does not exist.
        case configNotFound = "config-not-found"
        /// The configuration file cannot be read, or has a name that is not looked for.
        case configUnreadable = "config-unreadable"
        /// The profile that was asked for does not exist.
        case unknownProfile = "unknown-profile"
        /// The file is not YAML, or YAML of a kind that is not understood here.
        case yamlSyntax = "yaml-syntax"
        /// The file is not UTF-8.
        case yamlEncoding = "yaml-encoding"
        /// The file is too large, too deep, or holds too many values once its aliases are followed.
        case yamlLimit = "yaml-limit"
        /// A key stands twice in one mapping.
        case duplicateKey = "duplicate-key"
        /// An alias has no anchor, or stands inside its own anchor.
        case undefinedAlias = "undefined-alias"
        /// There is no such key.
        case unknownKey = "unknown-key"
        /// There is no such environment variable.
        case unknownVariable = "unknown-variable"
        /// The setting belongs to a later release.
        case unsupportedSetting = "unsupported-setting"
        /// A list, a mapping or a quoted text stands where something else is needed.
        case wrongType = "wrong-type"
        /// The value is not allowed.
        case invalidValue = "invalid-value"
        /// `${...}` cannot be understood.
        case invalidReference = "invalid-reference"
        /// `${VAR}` names a variable that is not set.
        case unsetVariable = "unset-variable"
        /// A file that a setting or `${file:...}` names cannot be read.
        case unreadableFile = "unreadable-file"
        /// Two settings contradict each other, or one needs another.
        case conflictingSettings = "conflicting-settings"
        /// A setting that has no default is missing.
        case missingSetting = "missing-setting"
    }

    /// What is wrong, for programs.
    public var code: Code
    /// What is wrong, as a sentence for people.
    public var message: String
    /// The file, as a path that is usable from the working directory; nil for flags and variables.
    public var file: String?
    /// The line, from 1.
    public var line: Int?
    /// The column in characters, from 1.
    public var column: Int?
    /// What to do about it.
    public var hint: String?

    /// Makes a problem.
    public init(
        _ code: Code,
        _ message: String,
        file: String? = nil,
        line: Int? = nil,
        column: Int? = nil,
        hint: String? = nil
    ) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.hint = hint
    }

    /// `file:line:column: sentence (hint)`, as far as they are known.
    public var description: String {
        let place = [file, line.map { "\($0)" }, column.map { "\($0)" }].compactMap { $0 }.joined(separator: ":")
        return (place.isEmpty ? "" : "\(place): ") + message + (hint.map { " (\($0))" } ?? "")
    }
}
