/// One row of the table of settings: every way to give the setting, and what it means.
///
/// The table is the only place where a setting is defined: reading, `config show`, the options of the commands and the
/// documentation are made from it.
public struct SettingDefinition: Sendable, Equatable {
    /// The headings under which the help and the documentation list the settings.
    public enum Section: String, Sendable, CaseIterable {
        /// Which file and which profile apply.
        case configuration = "Configuration"
        /// How the cluster is reached.
        case connection = "Connection"
        /// What is migrated, and where the files are.
        case migrations = "Migrations"
        /// The lock and the agreement of the nodes.
        case coordination = "Lock and schema agreement"
        /// What is printed.
        case output = "Output"
    }

    /// The shape of the option on the command line.
    public enum Flag: Sendable, Equatable {
        /// The option is given or not.
        case plain(short: Character? = nil)
        /// The option is counted, as in `-vv`.
        case counted(short: Character? = nil)
        /// One value follows.
        case value(_ placeholder: String, short: Character? = nil)
        /// Values follow, separated by commas; the option may be repeated.
        case list(_ placeholder: String, short: Character? = nil)
    }

    /// The name; flag and environment variable are made from it.
    public var name: SettingName
    /// Where the help lists it.
    public var section: Section
    /// The option `--name`; nil when there is none.
    public var flag: Flag?
    /// The path of the key in `cqlmig.yml`, for example `cassandra.auth.username`; nil when it cannot stand there.
    public var key: String?
    /// What the value may be.
    public var type: SettingType
    /// The value when nothing is given, written as in an environment variable.
    public var defaultValue: String?
    /// Says what holds when nothing is given and there is no fixed default.
    public var defaultNote: String?
    /// What it means, in one or two sentences without a final stop.
    public var help: String
    /// Whether the value is masked wherever it could be shown.
    public var isSecret: Bool
    /// Whether this release knows more of it than the name.
    public var isSupported: Bool

    /// What holds when nothing is given, for people; nil when nothing does.
    public var defaultText: String? { defaultValue ?? defaultNote }

    /// The environment variable, for example `CQLMIG_PORT`.
    public var environmentVariable: String { name.environmentVariable }

    init(
        _ name: SettingName,
        _ section: Section,
        flag: Flag?,
        key: String?,
        type: SettingType,
        defaultValue: String? = nil,
        defaultNote: String? = nil,
        isSecret: Bool = false,
        isSupported: Bool = true,
        _ help: String
    ) {
        self.name = name
        self.section = section
        self.flag = flag
        self.key = key
        self.type = type
        self.defaultValue = defaultValue
        self.defaultNote = defaultNote
        self.isSecret = isSecret
        self.isSupported = isSupported
        self.help = help
    }
}
