/// The settings that apply, after flags, environment, profile, file and defaults have been put on top of each other.
public struct Settings: Sendable, Equatable {
    /// The configuration file, as a path that is usable from the working directory; nil when there is none.
    public var file: String?
    /// The profile that applies.
    public var profile: String?

    /// Nodes to connect to first; never empty.
    public var contactPoints: [ContactPoint]
    /// The port of every node that has none of its own.
    public var port: UInt16
    /// The data centre whose nodes are used.
    public var localDataCenter: String?
    /// The role to log in as; given whenever a password is.
    public var username: String?
    /// The password of the role, from whichever place it was given.
    public var password: Secret?
    /// The consistency level of reads and writes.
    public var consistency: ConsistencyName
    /// The consistency level of lock and log.
    public var serialConsistency: SerialConsistencyName
    /// How long connecting to one node may take.
    public var connectTimeout: Duration
    /// How long a node may take to answer a statement that does not change the schema.
    public var requestTimeout: Duration
    /// How long a node may take to answer a statement that changes the schema; nil leaves it to the release of the
    /// server.
    public var ddlTimeout: Duration?

    /// Whether an embedded node takes the place of the cluster.
    public var sandbox: Bool

    /// The keyspaces to migrate, in the order in which they were given; empty when none was.
    public var keyspaces: [KeyspaceSetting]
    /// The keyspace that holds the log and the lock; nil means the target keyspace.
    public var historyKeyspace: String?
    /// The folder of the migrations, as a path that is usable from the working directory.
    public var directory: String
    /// What is decided of rules of the linter; the names may be those of no rule.
    public var lintRules: [LintRuleSetting]

    /// How long the lock outlives a holder that has died; whole seconds.
    public var lockTTL: Duration
    /// How long to wait for a lock that somebody else holds; zero means not at all.
    public var lockWait: Duration
    /// How long to wait until all nodes have the same schema.
    public var agreementTimeout: Duration
    /// When to wait for that.
    public var agreementMode: AgreementMode

    /// What is printed, and how.
    public var output: OutputSettings

    /// Every supported setting with its value and where that comes from, in the order of the table.
    public var origins: [SettingOrigin]
}
