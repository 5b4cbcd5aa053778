/// A setting that was given on the command line.
public struct GivenFlag: Sendable, Equatable {
    /// The setting.
    public var setting: SettingName
    /// Its values: several for a list, `true` for a flag without a value, the number for a counted one.
    public var values: [String]
    /// How it was written, for messages and `config show`: `--keyspace`, `-k`, `--password-stdin`.
    public var spelling: String

    /// Makes a given flag.
    public init(_ setting: SettingName, _ values: [String], spelling: String) {
        self.setting = setting
        self.values = values
        self.spelling = spelling
    }
}
