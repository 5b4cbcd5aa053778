/// The value of one setting and where it comes from, for `config show`.
public struct SettingOrigin: Sendable, Equatable {
    /// The setting.
    public var setting: SettingName
    /// The value as text, masked when it is a secret; nil when there is none.
    public var value: String?
    /// Where it comes from.
    public var source: SettingSource
    /// Why there is no value although one was given, for example "variable X is not set"; only for settings that the
    /// command has no need of.
    public var unresolved: String?

    /// Makes an origin.
    public init(_ setting: SettingName, value: String?, source: SettingSource, unresolved: String? = nil) {
        self.setting = setting
        self.value = value
        self.source = source
        self.unresolved = unresolved
    }
}
