/// Which settings a command has need of.
public enum SettingScope: Sendable, Equatable {
    /// All of them.
    case cluster
    /// All but those of the section Connection: a variable or a file that only these refer to may be missing, so that
    /// `lint` needs no password.
    case files
}
