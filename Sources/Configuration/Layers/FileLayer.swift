/// What the base of the configuration file or one of its profiles says, by setting.
///
/// Since every mapping of the file is a section of the table, putting one layer on top of another setting by setting
/// merges the mappings deeply: a profile that names the contact points leaves the credentials of the base alone.
struct FileLayer: Sendable, Equatable {
    /// A value and the place of its key.
    struct Value: Sendable, Equatable {
        var node: YAMLNode
        var keyMark: YAMLMark
    }

    /// The keyspaces and the place of the key.
    struct Keyspaces: Sendable, Equatable {
        var shape: KeyspaceShape
        var key: String
        var keyMark: YAMLMark
    }

    /// The values by setting, except for `keyspace`; null takes a setting back to its default.
    var values: [SettingName: Value] = [:]
    /// The keyspaces, from the key `keyspace` or `keyspaces`.
    var keyspaces: Keyspaces?
    /// What is wrong only if this layer applies: settings that this release does not support.
    var unsupported: [ConfigurationProblem] = []
}
