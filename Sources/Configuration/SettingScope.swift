/// Which settings a command has need of.
public enum SettingScope: Sendable, Equatable {
    /// All of them: the command connects.
    case cluster
    /// The folder of the migrations and the output: the command works on files, or shows settings. A variable or a file
    /// that other settings refer to may be missing, so that `lint` needs no password; the origin of such a setting says
    /// what is missing.
    case files

    /// Whether a command with that scope needs the setting.
    func needs(_ name: SettingName) -> Bool {
        switch self {
        case .cluster: true
        case .files: name == .directory || name == .lintRules || SettingDefinition.of(name).section == .output
        }
    }
}
