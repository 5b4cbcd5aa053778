/// Puts the settings together, or finds everything that is wrong with them.
struct SettingsAssembly {
    private var reader: SettingReader

    init(reader: SettingReader) {
        self.reader = reader
    }

    /// The settings; nil when there are problems.
    mutating func settings() -> (settings: Settings?, problems: [ConfigurationProblem]) {
        // Everything is read before anything is given up, so that all problems come up at once.
        let contactPoints = reader.list(.contactPoints) { text throws(ValueError) in
            try ContactPoint(text.text)
        }
        let port = reader.integer(.port).flatMap { UInt16(exactly: $0) }
        let localDataCenter = reader.text(.localDataCenter)
        let credentials = reader.credentials()
        let consistency: ConsistencyName? = reader.choice(.consistency)
        let serialConsistency: SerialConsistencyName? = reader.choice(.serialConsistency)
        let connectTimeout = reader.duration(.connectTimeout)
        let requestTimeout = reader.duration(.requestTimeout)
        let ddlTimeout = reader.duration(.ddlTimeout)
        let sandbox = reader.boolean(.sandbox)
        let keyspaces = reader.keyspaces()
        let historyKeyspace = reader.keyspaceName(.historyKeyspace)
        let directory = reader.path(.directory)
        let lintRules = reader.lintRules()
        let lockTTL = reader.duration(.lockTTL)
        let lockWait = reader.duration(.lockWait)
        let agreementTimeout = reader.duration(.agreementTimeout)
        let agreementMode: AgreementMode? = reader.choice(.agreement)
        let output = output()
        if serialConsistency == .localSerial, localDataCenter == nil { refuseLocalSerial() }
        recordChoiceOfConfiguration()

        guard reader.problems.isEmpty,
            let contactPoints, let port, let consistency, let serialConsistency, let connectTimeout, let requestTimeout,
            let sandbox, let keyspaces, let directory, let lintRules, let lockTTL, let lockWait, let agreementTimeout,
            let agreementMode, let output
        else {
            return (nil, reader.problems)
        }
        let settings = Settings(
            file: reader.layers.file?.path,
            profile: reader.layers.profile?.name,
            contactPoints: contactPoints,
            port: port,
            localDataCenter: localDataCenter,
            username: credentials.username,
            password: credentials.password,
            consistency: consistency,
            serialConsistency: serialConsistency,
            connectTimeout: connectTimeout,
            requestTimeout: requestTimeout,
            ddlTimeout: ddlTimeout,
            sandbox: sandbox,
            keyspaces: keyspaces,
            historyKeyspace: historyKeyspace,
            directory: directory,
            lintRules: lintRules,
            lockTTL: lockTTL,
            lockWait: lockWait,
            agreementTimeout: agreementTimeout,
            agreementMode: agreementMode,
            output: output,
            origins: SettingDefinition.all.compactMap { reader.origins[$0.name] }
        )
        return (settings, [])
    }

    private mutating func output() -> OutputSettings? {
        let json = reader.boolean(.json)
        let color: ColorChoice? = reader.choice(.color)
        let quiet = reader.boolean(.quiet)
        let verbosity = reader.integer(.verbose)
        guard let json, let color, let quiet, let verbosity else { return nil }
        return OutputSettings(json: json, color: color, quiet: quiet, verbosity: verbosity)
    }

    /// Without a named data centre it would be left to chance which one takes the lock.
    private mutating func refuseLocalSerial() {
        guard reader.origins[.localDataCenter]?.unresolved == nil,
            let place = reader.layers.find(.serialConsistency).place
        else { return }
        reader.problems.append(
            place.problem(
                .conflictingSettings,
                "is local_serial, which needs the name of the data centre",
                hint: "give --local-dc, CQLMIG_LOCAL_DC or cassandra.local_dc"
            )
        )
    }

    private mutating func recordChoiceOfConfiguration() {
        let layers = reader.layers
        reader.record(.config, layers.file?.path, layers.find(.config).source)
        reader.record(.profile, layers.profile?.name, layers.find(.profile).source)
    }
}
