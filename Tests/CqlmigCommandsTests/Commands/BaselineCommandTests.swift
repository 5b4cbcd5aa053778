import CQLSyntax
import MigrationEngine
import SchemaModel
import Testing

@testable import CqlmigCommands

@Suite struct BaselineCommandTests {
    private func world(_ statements: String = "CREATE TYPE pair (a int); CREATE TABLE t (id int PRIMARY KEY);") throws
        -> World
    {
        var replay = SchemaReplay(release: .v50, keyspace: "shop")
        for statement in ParsedScript(SourceText(name: "statements", text: statements)).up {
            try replay.run(try statement.tree(for: .v50))
        }
        var world = World()
        world.answers.schemas["shop"] = KeyspaceSchema(
            keyspace: replay.catalogue["shop"] ?? Keyspace(name: "shop", replication: .simple(1)), release: .v50)
        world.answers.marked = ["shop": ["V001__baseline.cql"]]
        return world
    }

    @Test("the live keyspace becomes a first migration without the keyspace's name and without an undo")
    func generate() async throws {
        let world = try world()
        let ending = await world.run("baseline", "--generate", "--quiet")
        #expect(
            ending
                == .init(
                    status: 0, output: "migrations/V001__baseline.cql\n", errors: "", calls: ["schema of shop"]))
        let text = try #require(world.project["migrations/V001__baseline.cql"])
        #expect(text.hasPrefix("-- Migration 1: baseline\n\nCREATE TYPE pair (\n    a int\n);\n\nCREATE TABLE t (\n"))
        #expect(!text.contains("shop"))
        #expect(!text.contains("@down"))
    }

    @Test("--mark records it, in the folder that was asked for")
    func mark() async throws {
        let world = try world()
        let ending = await world.run(
            "baseline", "--generate", "--mark", "--version", "1.0", "-o", "db/cql", "--quiet")
        #expect(ending.status == 0)
        #expect(
            ending.output == "db/cql/V1.0__baseline.cql\nshop: 1 script marked as applied: V001__baseline.cql\n")
        #expect(ending.calls == ["schema of shop", "baseline 1"])
        #expect(world.project["db/cql/V1.0__baseline.cql"] != nil)
    }

    @Test("a folder that has a first migration needs a version, and an empty keyspace gives no file")
    func refusals() async throws {
        var world = try world()
        world.project = MemoryProject(
            ["cqlmig.yml": "keyspace: shop\n", "migrations/V2__a.cql": "CREATE TABLE a (id int PRIMARY KEY);"])
        let second = await world.run("baseline", "--generate")
        #expect(second.status == 2)
        #expect(second.errors.hasPrefix("error[versions-exist]: a baseline is the first migration"))
        let given = await world.run("baseline", "--generate", "--version", "1", "--quiet")
        #expect(given.output == "migrations/V1__baseline.cql\n")
        let empty = try await self.world("").run("baseline", "--generate")
        #expect(empty.status == 8)
        #expect(empty.errors.hasPrefix("error[empty-keyspace]: keyspace shop is empty"))
    }
}
