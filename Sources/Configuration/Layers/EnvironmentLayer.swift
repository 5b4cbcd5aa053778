/// What the environment variables say, by setting.
///
/// An empty variable counts as not set, as it does for most tools: CI systems set a variable whose secret is missing to
/// the empty text, and a shell has no shorter way to take one back for a single call (`CQLMIG_PORT= cqlmig status`).
struct EnvironmentLayer: Sendable, Equatable {
    /// The values by setting; never empty texts.
    var values: [SettingName: String] = [:]
    /// Variables that look like settings and are none, and settings that this release does not support.
    var problems: [ConfigurationProblem] = []

    /// Sorts an environment.
    ///
    /// - Parameters:
    ///   - environment: all variables; only those that begin with `CQLMIG_` are looked at.
    ///   - otherVariables: variables with that beginning which other parts of the program read.
    init(_ environment: [String: String], otherVariables: Set<String> = []) {
        for (variable, value) in environment.sorted(by: { $0.key < $1.key }) {
            guard variable.hasPrefix(SettingName.environmentPrefix), !value.isEmpty else { continue }
            if let name = Self.names[variable] {
                guard SettingDefinition.of(name).isSupported else {
                    problems.append(
                        ConfigurationProblem(.unsupportedSetting, "\(variable) is not supported by this release")
                    )
                    continue
                }
                values[name] = value
            } else if !otherVariables.contains(variable) {
                problems.append(Self.unknown(variable))
            }
        }
    }

    private static let names = Dictionary(
        uniqueKeysWithValues: SettingDefinition.all.map { ($0.environmentVariable, $0.name) }
    )

    private static func unknown(_ variable: String) -> ConfigurationProblem {
        // What all variables have in common says nothing about which one is meant.
        let prefix = SettingName.environmentPrefix
        let rests = names.keys.sorted().map { String($0.dropFirst(prefix.count)) }
        let near = NearMiss.closest(to: String(variable.dropFirst(prefix.count)), among: rests).map { prefix + $0 }
        return ConfigurationProblem(
            .unknownVariable,
            "no setting has the environment variable \(quoted(variable))"
                + (near.map { "; did you mean \($0)?" } ?? ""),
            hint: "unset it; 'cqlmig config show' lists the settings"
        )
    }
}
