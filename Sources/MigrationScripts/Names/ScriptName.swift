/// What the name of a script file says: kind, version, description.
///
/// | name | kind |
/// |---|---|
/// | `V<version>__<description>.cql` | versioned |
/// | `<digits>_<description>.cql` | versioned, in plain numbered folders: every leading group of digits is of the version |
/// | `U<version>__<description>.cql` | undo |
/// | `R__<description>.cql` | repeatable |
/// | `A__<description>.cql` | always |
///
/// Upper case of the letter, lower case of `.cql` and the number of underscores count. A description begins with a letter
/// or a digit, does not end in a space, and has no invisible character.
public struct ScriptName: Hashable, Sendable {
    /// How a version is spelled in a name.
    public enum Style: String, Hashable, Sendable {
        /// `V1.2__add_users.cql`
        case prefixed
        /// `001_add_users.cql`
        case plain
    }

    /// A version and how it was written.
    public struct Version: Hashable, Sendable {
        /// The version.
        public let number: MigrationVersion
        /// The version as it stands in the name, such as `001` or `1_2_0`: its width is what `new` continues.
        public let text: String

        /// Makes one of its parts.
        public init(number: MigrationVersion, text: String) {
            self.number = number
            self.text = text
        }
    }

    /// When the script runs.
    public let kind: ScriptKind
    /// The version; nil for repeatable and always, which have none.
    public let version: Version?
    /// The text after the version, exactly as it stands in the name.
    public let description: String
    /// How the version is spelled; nil where there is none.
    public let style: Style?

    /// Whether a file of this name has to be a script: it ends in `.cql`, in any case.
    ///
    /// Such a file is never skipped: it is either one of the forms above or an error.
    public static func isExpected(ofFileNamed name: String) -> Bool {
        name.utf8.suffix(4).elementsEqual(".cql".utf8) { byte, wanted in
            byte == wanted || (byte &- UInt8(ascii: "A") < 26 && byte | 0x20 == wanted)
        }
    }
}
