extension SettingDefinition {
    /// All settings, in the order in which `config show` and the documentation list them.
    public static let all: [SettingDefinition] =
        configuration + connection + unsupportedConnection + sandbox + limits + migrations + coordination + output

    /// The definition of a setting.
    public static func of(_ name: SettingName) -> SettingDefinition {
        byName[name] ?? SettingDefinition(name, .configuration, flag: nil, key: nil, type: .opaque, "")
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private static let configuration = [
        SettingDefinition(
            .config, .configuration, flag: .value("PATH", short: "c"), key: nil, type: .path,
            defaultNote: "cqlmig.yml, looked for upwards from the working directory",
            "The configuration file"
        ),
        SettingDefinition(
            .profile, .configuration, flag: .value("NAME"), key: nil, type: .text,
            "The profile of the configuration file that applies"
        ),
    ]

    private static let connection = [
        SettingDefinition(
            .contactPoints, .connection, flag: .list("LIST"), key: "cassandra.contact_points", type: .contactPoints,
            defaultValue: "localhost",
            "Nodes to connect to first: host, host:port or [v6]:port, separated by commas"
        ),
        SettingDefinition(
            .port, .connection, flag: .value("N"), key: "cassandra.port", type: .integer(1...65535),
            defaultValue: "9042",
            "The port of every node that has none of its own"
        ),
        SettingDefinition(
            .localDataCenter, .connection, flag: .value("NAME"), key: "cassandra.local_dc", type: .text,
            "The data centre whose nodes are used"
        ),
        SettingDefinition(
            .username, .connection, flag: .value("NAME", short: "u"), key: "cassandra.auth.username", type: .text,
            "The role to log in as"
        ),
        SettingDefinition(
            .password, .connection, flag: nil, key: "cassandra.auth.password", type: .text, isSecret: true,
            "The password of the role; there is no flag, since other users of the machine can read the command line"
        ),
        SettingDefinition(
            .passwordFile, .connection, flag: .value("PATH"), key: "cassandra.auth.password_file", type: .path,
            "A file that holds the password; one line break at its end is not part of it"
        ),
        SettingDefinition(
            .consistency, .connection, flag: .value("LEVEL"), key: "cassandra.consistency",
            type: .choice(ConsistencyName.allCases.map(\.rawValue)), defaultValue: "local_quorum",
            "The consistency level of reads and writes"
        ),
        SettingDefinition(
            .serialConsistency, .connection, flag: .value("serial|local_serial"), key: "cassandra.serial_consistency",
            type: .choice(SerialConsistencyName.allCases.map(\.rawValue)), defaultValue: "serial",
            "The consistency level of lock and log; local_serial needs local-dc"
        ),
    ]

    private static let sandbox = [
        SettingDefinition(
            .sandbox, .connection, flag: .plain(), key: nil, type: .boolean, defaultValue: "false",
            "Use an in-process, in-memory node in place of a cluster: keyspace and tables are made, nothing is kept"
        )
    ]

    private static let unsupportedConnection = [
        unsupported(.tls, .plain(), "cassandra.tls.enabled", "Connect with TLS"),
        unsupported(.tlsCertificateAuthority, .value("PATH"), "cassandra.tls.ca", "The certificates that are trusted"),
        unsupported(.tlsCertificate, .value("PATH"), "cassandra.tls.certificate", "The certificate of the client"),
        unsupported(.tlsKey, .value("PATH"), "cassandra.tls.key", "The private key of the client"),
        unsupported(.tlsNoVerify, .plain(), "cassandra.tls.verify", "Do not verify the certificates of the nodes"),
        unsupported(
            .secureConnectBundle, .value("PATH"), "cassandra.secure_connect_bundle", "The bundle of an Astra database"),
        unsupported(.astraTokenFile, .value("PATH"), "cassandra.astra_token_file", "A file that holds an Astra token"),
    ]

    private static let limits = [
        SettingDefinition(
            .connectTimeout, .connection, flag: .value("DURATION"), key: "cassandra.connect_timeout",
            type: .duration(someTime), defaultValue: "5s",
            "How long connecting to one node may take"
        ),
        SettingDefinition(
            .requestTimeout, .connection, flag: .value("DURATION"), key: "cassandra.request_timeout",
            type: .duration(someTime), defaultValue: "10s",
            "How long a node may take to answer a statement that does not change the schema"
        ),
        SettingDefinition(
            .ddlTimeout, .connection, flag: .value("DURATION"), key: "cassandra.ddl_timeout",
            type: .duration(someTime), defaultNote: "60s; Cassandra 6: 130s",
            "How long a node may take to answer a statement that changes the schema"
        ),
    ]

    private static let migrations = [
        SettingDefinition(
            .keyspace, .migrations, flag: .list("LIST", short: "k"), key: "keyspace", type: .keyspaces,
            "The keyspaces to migrate; a flag or variable replaces every configured one"
        ),
        SettingDefinition(
            .historyKeyspace, .migrations, flag: .value("NAME"), key: "history_keyspace", type: .keyspaceName,
            defaultNote: "the target keyspace",
            "The keyspace that holds the log and the lock"
        ),
        SettingDefinition(
            .directory, .migrations, flag: .value("PATH", short: "d"), key: "migrations", type: .path,
            defaultValue: "migrations",
            "The folder of the migrations"
        ),
        SettingDefinition(
            .lintRules, .migrations, flag: nil, key: "lint.rules", type: .ruleLevels,
            defaultNote: "every rule has a level of its own",
            "What the linter makes of the findings of a rule; in a variable: `no-rollback=off,column-drop=error`"
        ),
    ]

    private static let coordination = [
        SettingDefinition(
            .lockTTL, .coordination, flag: .value("DURATION"), key: "lock.ttl",
            type: .duration(.seconds(2)...day, wholeSeconds: true), defaultValue: "60s",
            "How long the lock outlives a holder that has died; whole seconds"
        ),
        SettingDefinition(
            .lockWait, .coordination, flag: .value("DURATION"), key: "lock.wait",
            type: .duration(.zero...day), defaultValue: "90s",
            "How long to wait for a lock that somebody else holds; 0 = do not wait"
        ),
        SettingDefinition(
            .agreementTimeout, .coordination, flag: .value("DURATION"), key: "agreement.timeout",
            type: .duration(someTime), defaultValue: "90s",
            "How long to wait until all nodes have the same schema"
        ),
        SettingDefinition(
            .agreement, .coordination, flag: .value("statement|script"), key: "agreement.mode",
            type: .choice(AgreementMode.allCases.map(\.rawValue)), defaultValue: "statement",
            "Whether to wait for agreement after every statement that changes the schema, or once per script"
        ),
    ]

    private static let output = [
        SettingDefinition(
            .json, .output, flag: .plain(), key: nil, type: .boolean, defaultValue: "false",
            "Print one JSON document on standard output"
        ),
        SettingDefinition(
            .color, .output, flag: .value("auto|always|never"), key: nil,
            type: .choice(ColorChoice.allCases.map(\.rawValue)), defaultValue: "auto",
            "When to use colours"
        ),
        SettingDefinition(
            .quiet, .output, flag: .plain(short: "q"), key: nil, type: .boolean, defaultValue: "false",
            "Print results and errors only"
        ),
        SettingDefinition(
            .verbose, .output, flag: .counted(short: "v"), key: nil, type: .integer(0...3), defaultValue: "0",
            "Say more: -v shows every statement, -vv its CQL as well"
        ),
    ]

    private static let day: Duration = .seconds(24 * 60 * 60)
    private static let someTime: ClosedRange<Duration> = .milliseconds(1)...day

    /// A row for something that a later release will do: giving it is an error that says so.
    private static func unsupported(
        _ name: SettingName,
        _ flag: Flag?,
        _ key: String?,
        section: Section = .connection,
        _ help: String
    ) -> SettingDefinition {
        SettingDefinition(name, section, flag: flag, key: key, type: .opaque, isSupported: false, help)
    }
}
