import Configuration
import MigrationScripts
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct InitCommandTests {
    @Test("init --offline makes the files and connects to nothing")
    func offline() async {
        var world = World()
        world.project = MemoryProject([:], folders: ["/project"])
        let ending = await world.run("init", "--offline")
        #expect(ending == .init(status: 0, output: "made cqlmig.yml\nmade migrations/\n", errors: ""))
        #expect(world.project.paths == ["cqlmig.yml", "migrations/"])
        #expect(
            world.project["cqlmig.yml"] == """
                # What cqlmig connects to and migrates; `cqlmig config show` lists every setting and where it comes from.
                cassandra:
                  contact_points: [localhost]
                # keyspace: myapp   # what is migrated; there is no default
                # For `cqlmig init` to create it:
                # keyspace: { name: myapp, replication: { class: NetworkTopologyStrategy, datacenter1: 3 } }
                migrations: migrations

                """)
        let again = await world.run("init", "--offline")
        #expect(again == .init(status: 0, output: "cqlmig.yml and migrations are there already\n", errors: ""))
    }

    @Test("what is there is left as it is")
    func neverOverwrites() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "migrations: db/schema\n"], folders: ["db"])
        let ending = await world.run("init", "--offline", "--json")
        #expect(
            ending.output
                == envelope(
                    "init",
                    """
                    {
                      "config": "cqlmig.yml",
                      "directory": "db/schema",
                      "keyspace": null,
                      "keyspaces": [],
                      "history_keyspace": null,
                      "tables": []
                    }
                    """))
        #expect(world.project["cqlmig.yml"] == "migrations: db/schema\n")
        #expect(world.project.paths == ["cqlmig.yml", "db/", "db/schema/"])
    }

    @Test("a starting file says what the command line said, and is read back as that")
    func startingFile() async throws {
        var world = World()
        world.project = MemoryProject([:], folders: ["/project"])
        world.environment = ["CQLMIG_PORT": "9999", "CQLMIG_PASSWORD": "geheim"]
        let flags = [
            "--contact-points", "10.0.0.1,[::1]:9043,null", "--local-dc", "dc: 1", "-u", "ann", "-k", "shop,Bank",
            "--history-keyspace", "true", "--dir", "db/$x y",
        ]
        let ending = await world.run(["init", "--offline"] + flags)
        #expect(ending.status == 0)
        let text = try #require(world.project["cqlmig.yml"])
        #expect(!text.contains("geheim"))
        #expect(!text.contains("9999"))
        let settings = try ConfigurationLoaderForTests.settings(
            world.project, environment: ["CQLMIG_PASSWORD": "geheim"])
        #expect(settings.contactPoints.map(\.description) == ["10.0.0.1", "[::1]:9043", "null"])
        #expect(settings.localDataCenter == "dc: 1")
        #expect(settings.username == "ann")
        #expect(settings.keyspaces.map(\.name) == ["shop", "Bank"])
        #expect(settings.historyKeyspace == "true")
        #expect(settings.directory == "db/$x y")
        #expect(settings.port == 9042)
        #expect(world.project.paths == ["cqlmig.yml", "db/", "db/$x y/"])
    }

    @Test("init makes the tables and tells what it made")
    func online() async {
        var world = World()
        world.answers.initialised = InitReport(
            keyspaces: [.init(name: "shop", wasCreated: true)],
            tables: [
                .init(keyspace: "shop", name: "cqlmig_log", wasCreated: true),
                .init(keyspace: "shop", name: "cqlmig_lock", wasCreated: false),
            ])
        let text = await world.run("init")
        #expect(
            text
                == .init(
                    status: 0,
                    output: """
                        created keyspace shop
                        created table shop.cqlmig_log
                        table shop.cqlmig_lock is there already

                        """, errors: "", calls: ["initialise"]))
        let json = await world.run("init", "--json")
        #expect(
            json.output
                == envelope(
                    "init",
                    """
                    {
                      "config": "cqlmig.yml",
                      "directory": "migrations",
                      "keyspace": {
                        "name": "shop",
                        "created": true
                      },
                      "keyspaces": [
                        {
                          "name": "shop",
                          "created": true
                        }
                      ],
                      "history_keyspace": "shop",
                      "tables": [
                        {
                          "name": "cqlmig_log",
                          "created": true,
                          "keyspace": "shop"
                        },
                        {
                          "name": "cqlmig_lock",
                          "created": false,
                          "keyspace": "shop"
                        }
                      ]
                    }
                    """))
    }

    @Test("files that were made are told of when the rest fails")
    func filesThenFailure() async {
        var world = World()
        world.project = MemoryProject([:], folders: ["/project"])
        let noKeyspace = await world.run("init")
        #expect(noKeyspace.status == 2)
        #expect(noKeyspace.output == "made cqlmig.yml\nmade migrations/\n")
        #expect(noKeyspace.errors.hasPrefix("error[missing-setting]: no keyspace is given"))
        world.answers.failure = MigrationError(.keyspaceMissing, "there is no keyspace shop")
        let noServer = await world.run("init", "-k", "shop")
        #expect(noServer.status == 8)
        #expect(noServer.output == "")
    }

    @Test("a file where the folder is to be is exit code 2; what the machine refuses is 9")
    func refusals() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "", "migrations": "a file"])
        let file = await world.run("init", "--offline")
        #expect(file.status == 2)
        #expect(
            file.errors == """
                error[not-a-folder]: Could not make the folder `migrations`: there is a file of that name.
                  --> migrations
                   = help: name another folder with --dir

                """)
        world.project = MemoryProject(
            [:], folders: ["/project"], refusals: ["cqlmig.yml": (.noSpace, "No space left on device")])
        let full = await world.run("init", "--offline")
        #expect(full.status == 9)
        #expect(full.errors.hasPrefix("error[file-system]: Could not create `cqlmig.yml`: No space left on device."))
        world.project = MemoryProject(
            ["cqlmig.yml": ""], refusals: ["migrations": (.notPermitted, "Permission denied")])
        #expect(await world.run("init", "--offline").status == 9)
    }
}
