import MigrationScripts
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct ValidateCommandTests {
    private static let bad = [
        "cqlmig.yml": "keyspace: shop\n",
        "migrations/V001__users.cql":
            "CREATE TABLE users (id uuid PRIMARY KEY);\n-- @down (rollback)\nDROP TABLE users;\n",
        "migrations/V2_orders.cql": "USE a;",
    ]

    @Test("files that are no migrations are findings, and the log is not looked at")
    func files() async throws {
        var world = World()
        world.project = MemoryProject(Self.bad)
        let text = await world.run("validate")
        #expect(text.status == 1)
        #expect(text.calls == [])
        #expect(text.errors == "")
        #expect(text.output.hasPrefix("error[down-marker]: "))
        #expect(
            text.output.contains(
                """
                  --> migrations/V001__users.cql:2:1
                   |
                 2 | -- @down (rollback)
                   | ^^^^^^^^^^^^^^^^^^^
                """))
        #expect(text.output.contains("\n\nerror[bad-filename]: "))
        #expect(text.output.hasSuffix("\nmigrations: 2 findings\n"))
        let json = await world.run("validate", "--offline", "--json")
        #expect(json.status == 1)
        #expect(json.output.contains("\"kind\": \"down-marker\",\n        \"keyspace\": null,"))
        #expect(json.output.contains("\"script\": \"migrations/V2_orders.cql\","))
        #expect(json.output.contains("\"line\": 2,\n        \"column\": 1\n"))
        #expect(json.output.contains("\"errors\": [],"))
    }

    @Test("offline the files are enough, and no keyspace is needed")
    func offline() async {
        var world = World()
        world.project = MemoryProject([
            "cqlmig.yml": "", "migrations/V1__a.cql": "USE a;", "migrations/U1__a.cql": "USE b;",
        ])
        #expect(
            await world.run("validate", "--offline")
                == .init(status: 0, output: "migrations, 2 scripts: no findings\n", errors: ""))
        world.project = MemoryProject(["cqlmig.yml": ""], folders: ["migrations"])
        #expect(
            await world.run("validate", "--offline")
                == .init(status: 0, output: "migrations, 0 scripts: no findings\n", errors: ""))
    }

    @Test("a folder that is not there is exit code 2, a file that cannot be read 9")
    func outOfReach() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": ""])
        let missing = await world.run("validate", "--offline")
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("error[no-such-folder]: "))
        world.project = MemoryProject(
            ["cqlmig.yml": "", "migrations/V1__a.cql": "USE a;", "migrations/V2.cql": ""],
            refusals: ["migrations/V1__a.cql": (.notPermitted, "Permission denied")])
        let unreadable = await world.run("validate", "--offline")
        #expect(unreadable.status == 9)
        #expect(unreadable.errors.contains("error[unreadable-file]: "))
        #expect(unreadable.errors.contains("error[bad-filename]: "))
    }

    @Test("scripts of a kind that this release does not run are refused")
    func unsupported() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "keyspace: a", "migrations/R__a.cql": "USE a;"])
        let ending = await world.run("validate", "--offline")
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[unsupported-scripts]: "))
    }

    @Test("what does not fit the log is a finding")
    func log() async {
        var world = World()
        world.answers.plans = [
            Sample.plan(
                "shop",
                findings: [
                    Finding(
                        .changed, script: "V001__a.cql", version: "1", "V001__a.cql was edited", hint: "undo the edit"),
                    Finding(
                        .missing, script: "V002__b.cql", version: "2", "V002__b.cql is applied, but there is no file"),
                ]),
            Sample.plan("bank"),
        ]
        let text = await world.run("validate")
        #expect(
            text
                == .init(
                    status: 1,
                    output: """
                        error[changed]: V001__a.cql was edited
                           = note: keyspace shop
                           = help: undo the edit

                        error[missing]: V002__b.cql is applied, but there is no file
                           = note: keyspace shop

                        shop, bank: 2 findings

                        """, errors: "", calls: ["validate"]))
        let json = await world.run("validate", "--json")
        #expect(
            json.output
                == envelope(
                    "validate",
                    """
                    {
                      "findings": [
                        {
                          "kind": "changed",
                          "keyspace": "shop",
                          "script": "V001__a.cql",
                          "version": "1",
                          "message": "V001__a.cql was edited",
                          "hint": "undo the edit",
                          "line": null,
                          "column": null
                        },
                        {
                          "kind": "missing",
                          "keyspace": "shop",
                          "script": "V002__b.cql",
                          "version": "2",
                          "message": "V002__b.cql is applied, but there is no file",
                          "hint": null,
                          "line": null,
                          "column": null
                        }
                      ]
                    }
                    """, exit: 1))
    }
}
