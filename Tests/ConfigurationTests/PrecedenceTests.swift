import Configuration
import Testing

@Suite struct PrecedenceTests {
    private static let yaml = """
        cassandra:
          port: 1
          local_dc: base
        lock: {ttl: 61s}
        agreement: {mode: script}
        profiles:
          prod:
            cassandra:
              local_dc: profile
            lock: {ttl: 62s}
        """

    @Test("flag wins over environment, environment over profile, profile over base, base over default")
    func order() throws {
        let project = Project(
            Self.yaml,
            environment: ["CQLMIG_PROFILE": "prod", "CQLMIG_LOCAL_DC": "environment", "CQLMIG_LOCK_TTL": "63s"]
        )
        let settings = try project.settings("--local-dc=flag")
        #expect(settings.localDataCenter == "flag")
        #expect(settings.lockTTL == .seconds(63))
        #expect(settings.port == 1)
        #expect(settings.lockWait == .seconds(90))
        #expect(settings.agreementMode == .script)
        #expect(settings.profile == "prod")
        #expect(settings.file == "cqlmig.yml")

        #expect(
            settings.origin(.localDataCenter)
                == .init(.localDataCenter, value: "flag", source: .flag(spelling: "--local-dc")))
        #expect(settings.origin(.lockTTL)?.source.description == "environment CQLMIG_LOCK_TTL")
        #expect(settings.origin(.port)?.source.description == "cqlmig.yml:2:3")
        #expect(settings.origin(.lockWait)?.source.description == "default")
        #expect(settings.origin(.profile)?.source.description == "environment CQLMIG_PROFILE")

        let inProfile = try Project(Self.yaml).settings("--profile=prod")
        #expect(inProfile.localDataCenter == "profile")
        #expect(inProfile.origin(.localDataCenter)?.source.description == "profile prod, cqlmig.yml:9:7")
        #expect(inProfile.origin(.lockTTL)?.source.description == "profile prod, cqlmig.yml:10:12")
        #expect(inProfile.origin(.lockTTL)?.value == "62s")

        #expect(try Project(Self.yaml).settings().localDataCenter == "base")
    }

    @Test("without file, flags and variables everything has its default")
    func defaults() throws {
        let settings = try Project().settings()
        #expect(settings.file == nil)
        #expect(settings.profile == nil)
        #expect(settings.contactPoints == [ContactPoint(host: "localhost")])
        #expect(settings.port == 9042)
        #expect(settings.localDataCenter == nil)
        #expect(settings.username == nil)
        #expect(settings.password == nil)
        #expect(settings.consistency == .localQuorum)
        #expect(settings.serialConsistency == .serial)
        #expect(settings.connectTimeout == .seconds(5))
        #expect(settings.requestTimeout == .seconds(10))
        #expect(settings.ddlTimeout == nil)
        #expect(!settings.sandbox)
        #expect(settings.keyspaces.isEmpty)
        #expect(settings.historyKeyspace == nil)
        #expect(settings.directory == "migrations")
        #expect(settings.lockTTL == .seconds(60))
        #expect(settings.lockWait == .seconds(90))
        #expect(settings.agreementTimeout == .seconds(90))
        #expect(settings.agreementMode == .statement)
        #expect(settings.output == OutputSettings())
        #expect(settings.origins.allSatisfy { $0.source == .default })
        #expect(settings.origins.map(\.setting) == SettingDefinition.all.filter(\.isSupported).map(\.name))
    }

    @Test("every key of the documented example is understood")
    func example() throws {
        let yaml = """
            cassandra:
              contact_points: [10.0.0.1, "10.0.0.2:9043", "[::1]:9044"]
              port: 9142
              local_dc: dc1
              consistency: quorum
              serial_consistency: LOCAL_SERIAL
              auth: { username: migrator, password: "${CASSANDRA_PASSWORD:?}" }
              connect_timeout: 1s
              request_timeout: 2500ms
              ddl_timeout: 3m
            keyspace: { name: myapp, replication: { class: NetworkTopologyStrategy, dc1: 3 }, durable_writes: true }
            history_keyspace: myapp_migrations
            migrations: db/migrations
            lock: { ttl: 1m, wait: 0 }
            agreement: { timeout: 1h, mode: script }
            profiles:
              prod: { cassandra: { contact_points: [c1, c2] }, keyspace: myapp_prod }
            """
        let settings = try Project(yaml, environment: ["CASSANDRA_PASSWORD": "s3cret"]).settings()
        #expect(settings.contactPoints.map(\.description) == ["10.0.0.1", "10.0.0.2:9043", "[::1]:9044"])
        #expect(settings.port == 9142)
        #expect(settings.localDataCenter == "dc1")
        #expect(settings.consistency == .quorum)
        #expect(settings.serialConsistency == .localSerial)
        #expect(settings.username == "migrator")
        #expect(settings.password?.revealed() == "s3cret")
        #expect(settings.connectTimeout == .seconds(1))
        #expect(settings.requestTimeout == .milliseconds(2_500))
        #expect(settings.ddlTimeout == .seconds(180))
        let replication = ["class": "NetworkTopologyStrategy", "dc1": "3"]
        #expect(settings.keyspaces == [KeyspaceSetting(name: "myapp", replication: replication, durableWrites: true)])
        #expect(settings.historyKeyspace == "myapp_migrations")
        #expect(settings.directory == "db/migrations")
        #expect(settings.lockTTL == .seconds(60))
        #expect(settings.lockWait == .zero)
        #expect(settings.agreementTimeout == .seconds(3_600))
        #expect(settings.agreementMode == .script)
        #expect(settings.origin(.contactPoints)?.value == "10.0.0.1, 10.0.0.2:9043, [::1]:9044")
        #expect(settings.origin(.password)?.value == "********")
        #expect(settings.origin(.requestTimeout)?.value == "2500ms")
        #expect(settings.origin(.keyspace)?.value == "myapp")
    }

    @Test("every supported setting can be given by its environment variable")
    func environment() throws {
        let settings = try Project(
            environment: [
                "CQLMIG_CONTACT_POINTS": "a, b:1", "CQLMIG_PORT": "2", "CQLMIG_LOCAL_DC": "dc", "CQLMIG_USERNAME": "u",
                "CQLMIG_PASSWORD": "p", "CQLMIG_CONSISTENCY": "ONE", "CQLMIG_SERIAL_CONSISTENCY": "serial",
                "CQLMIG_CONNECT_TIMEOUT": "3", "CQLMIG_REQUEST_TIMEOUT": "4s", "CQLMIG_DDL_TIMEOUT": "5s",
                "CQLMIG_KEYSPACE": "k1,k2", "CQLMIG_HISTORY_KEYSPACE": "h", "CQLMIG_DIR": "d", "CQLMIG_LOCK_TTL": "6s",
                "CQLMIG_LOCK_WAIT": "7s", "CQLMIG_AGREEMENT_TIMEOUT": "8s", "CQLMIG_AGREEMENT": "script",
                "CQLMIG_JSON": "true", "CQLMIG_COLOR": "never", "CQLMIG_QUIET": "true", "CQLMIG_VERBOSE": "2",
                "PATH": "/bin", "OTHER": "",
            ]
        ).settings()
        #expect(settings.contactPoints == [ContactPoint(host: "a"), ContactPoint(host: "b", port: 1)])
        #expect(settings.port == 2)
        #expect(settings.localDataCenter == "dc")
        #expect(settings.username == "u")
        #expect(settings.password == Secret("p"))
        #expect(settings.consistency == .one)
        #expect(settings.connectTimeout == .seconds(3))
        #expect(settings.requestTimeout == .seconds(4))
        #expect(settings.ddlTimeout == .seconds(5))
        #expect(settings.keyspaces.map(\.name) == ["k1", "k2"])
        #expect(settings.historyKeyspace == "h")
        #expect(settings.directory == "d")
        #expect(settings.lockTTL == .seconds(6))
        #expect(settings.lockWait == .seconds(7))
        #expect(settings.agreementTimeout == .seconds(8))
        #expect(settings.agreementMode == .script)
        #expect(settings.output == OutputSettings(json: true, color: .never, quiet: true, verbosity: 2))
        let given = settings.origins.filter { $0.source != .default }
        #expect(given.allSatisfy { $0.source == .environment(variable: $0.setting.environmentVariable) })
        #expect(given.count == 21)
    }

    @Test("null takes a setting back to its default; a section that is empty says nothing")
    func nulls() throws {
        let yaml = """
            cassandra: {port: 1, local_dc: dc, auth: {username: u, password: p}}
            migrations: db
            profiles:
              leaf: {cassandra: {port: ~, local_dc: }, migrations: null}
              section: {cassandra: null}
              empty: {cassandra: }
              nested: {cassandra: {auth: null}}
            """
        let leaf = try Project(yaml).settings("--profile=leaf")
        #expect(leaf.port == 9042)
        #expect(leaf.localDataCenter == nil)
        #expect(leaf.directory == "migrations")
        #expect(leaf.username == "u")
        #expect(leaf.origin(.port)?.source == .default)
        let section = try Project(yaml).settings("--profile=section")
        #expect(section.port == 9042)
        #expect(section.username == nil)
        #expect(section.directory == "db")
        let empty = try Project(yaml).settings("--profile=empty")
        #expect(empty.port == 1)
        #expect(empty.username == "u")
        let nested = try Project(yaml).settings("--profile=nested")
        #expect(nested.port == 1)
        #expect(nested.username == nil)
        #expect(nested.password == nil)
    }

    @Test("an empty variable counts as not set")
    func emptyVariable() throws {
        let settings = try Project("cassandra: {port: 1}\n", environment: ["CQLMIG_PORT": "", "CQLMIG_NONSENSE": ""])
            .settings()
        #expect(settings.port == 1)
    }

    @Test("of two flags for one setting the last one counts")
    func lastFlag() throws {
        #expect(try Project().settings("--port=1", "--port=2").port == 2)
    }
}
