import CQLClient
import Configuration
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct ConfigurationFailureTests {
    @Test("a keyspace has no default: exit code 2 says how to give one")
    func noKeyspace() async {
        var world = World()
        world.project = MemoryProject([:], folders: ["migrations"])
        for command in ["migrate", "status", "pending", "history", "rollback --yes", "repair --list", "baseline 1"] {
            let ending = await world.run(command.split(separator: " ").map(String.init))
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    error[missing-setting]: no keyspace is given, and there is no default
                       = help: give --keyspace or CQLMIG_KEYSPACE, or the key keyspace in cqlmig.yml

                    """)
            #expect(ending.calls == [])
        }
    }

    @Test("all problems of a configuration are told at once, without its lines")
    func allAtOnce() async {
        var world = World()
        world.project = MemoryProject([
            "cqlmig.yml": """
            keyspace: shop
            casandra:
              auth: { password: geheim }
            lock: { ttl: soon }
            """
        ])
        world.environment = ["CQLMIG_PROT": "1"]
        let ending = await world.run("status")
        #expect(ending.status == 2)
        #expect(!ending.errors.contains("geheim"))
        let heads = ending.errors.split(separator: "\n").filter { $0.hasPrefix("error[") || $0.contains("-->") }
        #expect(
            heads == [
                "error[unknown-key]: unknown key 'casandra'; did you mean cassandra?",
                "  --> cqlmig.yml:2:1",
                "error[invalid-value]: lock.ttl must be a duration such as 500ms, 30s, 5m or 1h (a bare number is seconds), "
                    + "not 'soon'",
                "  --> cqlmig.yml:4:14",
                "error[unknown-variable]: no setting has the environment variable 'CQLMIG_PROT'; did you mean CQLMIG_PORT?",
            ])
    }

    @Test("a configuration or a profile that was asked for and is not there is exit code 2")
    func missing() async {
        let world = World()
        let config = await world.run("status", "--config", "other.yml", "--json")
        #expect(config.status == 2)
        #expect(config.output.contains("\"code\": \"config-not-found\""))
        let profile = await world.run("status", "--profile", "prod")
        #expect(profile.status == 2)
        #expect(profile.errors.hasPrefix("error[unknown-profile]: "))
    }

    @Test("a setting of a later release in the file is named")
    func later() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "keyspace: shop\ncassandra: { tls: { enabled: true } }\n"])
        let ending = await world.run("status")
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[unsupported-setting]: "))
    }

    @Test("a working directory that is gone is exit code 9")
    func noWorkingDirectory() async {
        var world = World()
        world.workingDirectory = nil
        let ending = await world.run("status")
        #expect(ending.status == 9)
        #expect(ending.errors.hasPrefix("error[working-directory]: "))
        #expect(await world.run("--help").status == 0)
    }

    @Test("the password comes from standard input, without the line break behind it")
    func passwordInput() async throws {
        var world = World()
        world.input = "geheim\n"
        let shown = await world.run("config", "show", "-u", "ann", "--password-stdin")
        #expect(shown.status == 0)
        #expect(shown.output.contains("password            ********      flag --password-stdin\n"))
        #expect(!shown.output.contains("geheim"))

        world.terminal.isInteractive = true
        let typed = await world.run("status", "-u", "ann", "--password-stdin")
        #expect(typed.status == 2)
        #expect(typed.errors.hasPrefix("error[invalid-value]: --password-stdin reads the password from a pipe"))

        world.terminal.isInteractive = false
        world.input = String(repeating: "x", count: 70_000)
        #expect(await world.run("status", "-u", "ann", "--password-stdin").status == 2)
    }

    @Test("there is no option that takes a password")
    func noPasswordOption() async {
        let ending = await World().run("status", "--password", "geheim")
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[unknown-option]: unknown option --password"))
        #expect(!ending.errors.contains("geheim"))
    }

    @Test("settings become what the engine works on")
    func engineConfiguration() throws {
        let project = MemoryProject([
            "cqlmig.yml": """
            cassandra:
              contact_points: [a, "b:9043", "[::1]:9044"]
              port: 9142
              local_dc: dc1
              consistency: quorum
              serial_consistency: local_serial
              auth: { username: ann, password: geheim }
              request_timeout: 3s
            keyspaces: [shop, { name: bank, replication: { class: SimpleStrategy, replication_factor: 1 } }]
            history_keyspace: log
            migrations: db
            lock: { ttl: 30s, wait: 0 }
            agreement: { timeout: 10s, mode: script }
            """
        ])
        let settings = try ConfigurationLoaderForTests.settings(project)
        let configuration = EngineConfiguration(settings, settings.keyspaces)
        #expect(configuration.cluster.contactPoints.map(\.description) == ["a:9142", "b:9043", "[::1]:9044"])
        #expect(configuration.cluster.localDataCenter == "dc1")
        #expect(configuration.cluster.consistency == .quorum)
        #expect(configuration.cluster.serialConsistency == .localSerial)
        #expect(configuration.cluster.credentials == .init(username: "ann", password: "geheim"))
        #expect(configuration.cluster.requestTimeout == .seconds(3))
        #expect(configuration.cluster.ddlTimeout == nil)
        #expect(
            configuration.targets == [
                TargetKeyspace(name: "shop"),
                TargetKeyspace(
                    name: "bank",
                    creation: .init(replication: ["class": "SimpleStrategy", "replication_factor": "1"])),
            ])
        #expect(configuration.historyKeyspace == "log")
        #expect(configuration.migrations == "db")
        #expect(configuration.agreementMode == .script)
        #expect(configuration.agreementTimeout == .seconds(10))
        #expect(configuration.lockTTL == .seconds(30))
        #expect(configuration.lockWait == .zero)
    }
}
