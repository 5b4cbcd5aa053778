public import CQLClient

/// What an engine works on, and how.
public struct EngineConfiguration: Sendable {
    /// When the nodes are waited for to agree on the schema.
    public enum AgreementMode: String, Equatable, Sendable, CaseIterable {
        /// After every statement that changes the schema.
        case statement
        /// Before data is written and at the end of each script: the coordinator has its own schema at once.
        case script
    }

    /// How to reach the cluster.
    public var cluster: ClusterSettings
    /// What is migrated, in this order.
    public var targets: [TargetKeyspace]
    /// Where log and lock stand; nil: each target has its own.
    public var historyKeyspace: String?
    /// The folder of the scripts.
    public var migrations: String
    /// When agreement is waited for.
    public var agreementMode: AgreementMode
    /// How long agreement is waited for.
    public var agreementTimeout: Duration
    /// How long a lock outlives a holder that died.
    public var lockTTL: Duration
    /// How long to wait for a lock that somebody else holds.
    public var lockWait: Duration

    /// A configuration with the defaults of the command line.
    public init(
        cluster: ClusterSettings, targets: [TargetKeyspace], historyKeyspace: String? = nil,
        migrations: String = "migrations", agreementMode: AgreementMode = .statement,
        agreementTimeout: Duration = .seconds(90), lockTTL: Duration = .seconds(60), lockWait: Duration = .seconds(90)
    ) {
        self.cluster = cluster
        self.targets = targets
        self.historyKeyspace = historyKeyspace
        self.migrations = migrations
        self.agreementMode = agreementMode
        self.agreementTimeout = agreementTimeout
        self.lockTTL = lockTTL
        self.lockWait = lockWait
    }

    func history(of target: TargetKeyspace) -> String { historyKeyspace ?? target.name }
}
