import CQLSyntax
import MigrationEngine
import MigrationScripts
import SchemaModel
import Testing

@testable import CqlmigCommands

@Suite struct SnapshotCommandTests {
    private static let snapshot = SchemaSnapshot(
        keyspace: "shop", release: .v50,
        elements: [
            .init(keyspace: "shop", kind: .keyspace, name: "shop", statement: "CREATE KEYSPACE shop;"),
            .init(keyspace: "shop", kind: .table, name: "Orders", statement: "CREATE TABLE shop.\"Orders\" (\n);"),
        ])

    private static let cql = "CREATE KEYSPACE shop;\n\nCREATE TABLE shop.\"Orders\" (\n);\n"

    private func world() -> World {
        var world = World()
        world.answers.snapshot = Self.snapshot
        return world
    }

    @Test("the statements are printed as they can be run")
    func text() async {
        let ending = await world().run("snapshot", "--quiet")
        #expect(ending == .init(status: 0, output: Self.cql, errors: "", calls: ["snapshot shop"]))
    }

    @Test("with --json every object has its kind, its name without quotes and its statement")
    func json() async {
        let ending = await world().run("snapshot", "--json")
        let data = """
            {
              "keyspace": "shop",
              "release": "5.0",
              "objects": [
                {
                  "kind": "keyspace",
                  "name": "shop",
                  "cql": "CREATE KEYSPACE shop;"
                },
                {
                  "kind": "table",
                  "name": "Orders",
                  "cql": "CREATE TABLE shop.\\"Orders\\" (\\n);"
                }
              ],
              "file": null
            }
            """
        #expect(ending.output == envelope("snapshot", data))
        #expect(ending.status == 0)
    }

    @Test("-o writes the statements to a file, also in place of an old one, and prints its path")
    func file() async {
        var world = world()
        for project in [world.project, MemoryProject(["cqlmig.yml": "keyspace: shop\n", "schema.cql": "old"])] {
            world.project = project
            let ending = await world.run("snapshot", "-o", "schema.cql", "--quiet")
            #expect(ending == .init(status: 0, output: "schema.cql\n", errors: "", calls: ["snapshot shop"]))
            #expect(project["schema.cql"] == Self.cql)
        }
    }

    @Test("a file that cannot be written is this machine's fault")
    func unwritable() async {
        var world = world()
        world.project = MemoryProject(
            ["cqlmig.yml": "keyspace: shop\n"], refusals: ["schema.cql": (.noSpace, "No space left on device")])
        let ending = await world.run("snapshot", "-o", "schema.cql", "--quiet")
        #expect(ending.status == 9)
        #expect(ending.output == "")
        #expect(ending.errors.hasPrefix("error[file-system]: Could not create `schema.cql`"))
    }

    @Test("more than one keyspace is a usage error")
    func severalKeyspaces() async {
        let ending = await world().run("snapshot", "-k", "a,b")
        #expect(ending.status == 2)
        #expect(ending.errors.contains("snapshot writes one keyspace, not a, b"))
        #expect(ending.calls == [])
    }
}
