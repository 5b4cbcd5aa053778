import MigrationScripts
import Testing

@testable import CqlmigCommands

@Suite struct NewCommandTests {
    @Test("new makes the next script and prints its path")
    func next() async {
        let world = World()
        let first = await world.run("new", "add users")
        #expect(first == .init(status: 0, output: "migrations/V001__add_users.cql\n", errors: ""))
        #expect(world.project["migrations/V001__add_users.cql"]?.contains("\n-- @down\n") == true)
        let second = await world.run("new", "add orders", "--undo-file", "--json")
        #expect(
            second.output
                == envelope(
                    "new",
                    """
                    {
                      "files": [
                        "migrations/V002__add_orders.cql",
                        "migrations/U002__add_orders.cql"
                      ]
                    }
                    """))
        #expect(await world.run("new", "c", "--version", "1.10").output == "migrations/V1.10__c.cql\n")
        #expect(await world.run("new", "d", "--timestamp").output == "migrations/V20260115103000__d.cql\n")
        #expect(await world.run("new", "e", "--dir", "migrations").output == "migrations/V20260115103001__e.cql\n")
    }

    @Test("what a description must not be is exit code 2", arguments: ["", "../..", "  "])
    func descriptions(_ description: String) async {
        let world = World()
        let ending = await world.run("new", description)
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[empty-description]: "))
        #expect(world.project.paths == ["cqlmig.yml", "migrations/"])
    }

    @Test("a line break in a description ends no comment")
    func lineBreak() async throws {
        let world = World()
        let ending = await world.run("new", "x\nDROP TABLE users;")
        #expect(ending.output == "migrations/V001__x_drop_table_users.cql\n")
        let text = try #require(world.project["migrations/V001__x_drop_table_users.cql"])
        #expect(text.hasPrefix("-- Migration 1: x DROP TABLE users;\n"))
    }

    @Test("a folder that is not there is exit code 2 and says how to make it")
    func noFolder() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": ""])
        let ending = await world.run("new", "a")
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[no-such-folder]: "))
        #expect(ending.errors.contains("= help: "))
        #expect(ending.errors.contains("`cqlmig init`"))
    }

    @Test("a file whose name is not understood may have the next version: exit code 2")
    func badName() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "", "migrations/V2_a.cql": ""])
        let ending = await world.run("new", "a")
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("error[bad-filename]: "))
    }

    @Test("a version that is taken is exit code 2; a full disk is 9")
    func refusals() async {
        var world = World()
        world.project = MemoryProject(
            ["cqlmig.yml": "", "migrations/V001__a.cql": ""],
            refusals: ["migrations/V002__b.cql": (.noSpace, "No space left on device")])
        let taken = await world.run("new", "b", "--version", "1.0")
        #expect(taken.status == 2)
        #expect(taken.errors.hasPrefix("error[version-exists]: Version 1 exists already"))
        let full = await world.run("new", "b")
        #expect(full.status == 9)
        #expect(
            full.errors
                == "error[file-system]: Could not create `migrations/V002__b.cql`: No space left on device.\n")
    }
}
