/// The settings, by the name from which their flag and their environment variable are made.
public enum SettingName: String, Sendable, CaseIterable {
    // Which configuration
    case config
    case profile

    // Connection
    case contactPoints = "contact-points"
    case port
    case localDataCenter = "local-dc"
    case username
    case password
    case passwordFile = "password-file"
    case tls
    case tlsCertificateAuthority = "tls-ca"
    case tlsCertificate = "tls-cert"
    case tlsKey = "tls-key"
    case tlsNoVerify = "tls-no-verify"
    case secureConnectBundle = "secure-connect-bundle"
    case astraTokenFile = "astra-token-file"
    case sandbox
    case consistency
    case serialConsistency = "serial-consistency"
    case connectTimeout = "connect-timeout"
    case requestTimeout = "request-timeout"
    case ddlTimeout = "ddl-timeout"

    // Migrations
    case keyspace
    case historyKeyspace = "history-keyspace"
    case directory = "dir"
    case lintRules = "lint-rules"

    // Lock and agreement
    case lockTTL = "lock-ttl"
    case lockWait = "lock-wait"
    case agreementTimeout = "agreement-timeout"
    case agreement

    // Output
    case json
    case color
    case quiet
    case verbose

    /// The environment variable of the setting, for example `CQLMIG_CONTACT_POINTS`.
    public var environmentVariable: String {
        Self.environmentPrefix + String(rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    /// How the name of every environment variable of the program begins.
    static let environmentPrefix = "CQLMIG_"
}
