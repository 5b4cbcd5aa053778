import CQLSyntax
import MigrationEngine
import SchemaModel
import Testing

@testable import CqlmigCommands

@Suite struct DiffCommandTests {
    private static func schema(
        _ name: String, _ statements: String, _ release: CassandraRelease = .v50, hasSettings: Bool = true
    ) throws -> KeyspaceSchema {
        var replay = SchemaReplay(release: release, keyspace: name)
        for statement in ParsedScript(SourceText(name: "statements", text: statements)).up {
            try replay.run(try statement.tree(for: release))
        }
        return KeyspaceSchema(
            keyspace: try #require(replay.catalogue[name]), release: release, hasSettings: hasSettings)
    }

    private static let small = "CREATE TABLE users (id int PRIMARY KEY, name text)"

    private func world() throws -> World {
        var world = World()
        world.project = MemoryProject(
            [
                "cqlmig.yml": """
                keyspace: shop
                profiles:
                  prod: { keyspace: shop_prod, cassandra: { contact_points: [c1] } }
                  many: { keyspaces: [a, b] }
                """
            ], folders: ["migrations"])
        world.answers.schemas = [
            "shop": try Self.schema("shop", Self.small),
            "shop_prod": try Self.schema(
                "shop_prod", "CREATE TABLE users (id int PRIMARY KEY, name text, \"Age\" int)"),
            "migrations": try Self.schema("shop", Self.small, hasSettings: false),
        ]
        return world
    }

    @Test("without sides the migrations are compared with the live keyspace, by the rules of its release")
    func sides() async throws {
        var world = try world()
        world.answers.schemas["shop"] = try Self.schema("shop", Self.small, .v41)
        world.answers.schemas["migrations"] = try Self.schema("shop", Self.small, .v41, hasSettings: false)
        let ending = await world.run("diff", "--quiet")
        #expect(
            ending
                == .init(
                    status: 0, output: "migrations and keyspace:shop do not differ\n", errors: "",
                    calls: ["schema of shop", "schema at migrations for 4.1"]))
    }

    @Test("a difference is exit code 1; profiles have keyspaces of their own, and names of keyspaces do not count")
    func profiles() async throws {
        let ending = try await world().run("diff", "--from", "keyspace:shop", "--to", "profile:prod", "--quiet")
        #expect(ending.status == 1)
        #expect(ending.output == "keyspace:shop -> profile:prod: 1 difference\n+ column users.\"Age\"\n")
        #expect(ending.calls == ["schema of shop", "schema of shop_prod"])
    }

    @Test("the statements for a live keyspace name it")
    func cql() async throws {
        let ending = try await world().run("diff", "--from", "profile:prod", "--to", "migrations", "--cql", "--quiet")
        #expect(ending.status == 1)
        #expect(
            ending.output == """
                -- risky: the values of the column are gone; take a snapshot first, and let no program name it
                ALTER TABLE shop_prod.users DROP "Age";

                """)
    }

    @Test("with --json there are the differences and the statements")
    func json() async throws {
        let ending = try await world().run("diff", "--from", "keyspace:shop", "--to", "profile:prod", "--json")
        let data = """
            {
              "from": "keyspace:shop",
              "to": "profile:prod",
              "differences": [
                {
                  "kind": "column",
                  "object": "users.\\"Age\\"",
                  "change": "added",
                  "property": null,
                  "from": null,
                  "to": null,
                  "breaking": false
                }
              ],
              "cql": [
                {
                  "kind": "column",
                  "object": "users.\\"Age\\"",
                  "statement": "ALTER TABLE shop.users ADD \\"Age\\" int;",
                  "verdict": "safe",
                  "reason": null
                }
              ]
            }
            """
        #expect(ending.output == envelope("diff", data, exit: 1))
    }

    @Test("a keyspace that is not there is exit code 8, a profile of several keyspaces a usage error")
    func failures() async throws {
        let missing = try await world().run("diff", "--from", "keyspace:nowhere", "--to", "migrations")
        #expect(missing.status == 8)
        let several = try await world().run("diff", "--from", "profile:many", "--to", "migrations")
        #expect(several.status == 2)
        #expect(several.errors.hasPrefix("error[usage]: profile:many is about one keyspace, not a, b"))
    }
}
