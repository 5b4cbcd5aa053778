import CQLClient
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct RollbackCommandTests {
    private func world() async throws -> World {
        var world = World()
        let undo = try await Sample.planned(
            "V002__b.cql", "USE a;\n-- @down\nDROP TABLE b;\nDROP TABLE c;", .undo, reason: .rollback)
        world.answers.events = [
            .connected(cluster: "shop-eu", platform: .cassandra(.init(5, 0, 9)), coordinator: "10.0.0.1:9042", nodes: 3)
        ]
        world.answers.plans = [Sample.plan("shop", [undo]), Sample.plan("bank")]
        world.answers.run = Sample.run([
            Sample.keyspace("shop", [Sample.report(undo, .applied, [.applied, .applied])]), Sample.keyspace("bank"),
        ])
        return world
    }

    @Test("without a terminal there is nobody to ask: exit code 2 names the flag, and nothing is connected")
    func noTerminal() async throws {
        let ending = try await world().run("rollback")
        #expect(
            ending
                == .init(
                    status: 2, output: "",
                    errors: """
                        error[needs-confirmation]: rollback asks before it does anything, and standard input is no terminal
                           = help: give --yes to do it without being asked

                        """))
    }

    @Test(
        "the question names the cluster, the keyspace and what will happen; yes goes on",
        arguments: ["y", "YES", " yes "])
    func yes(_ answer: String) async throws {
        var world = try await world()
        world.terminal.isInteractive = true
        world.input = "\(answer)\n"
        let ending = await world.run("rollback")
        #expect(
            ending
                == .init(
                    status: 0, output: "shop: 1 script rolled back\nbank: nothing to roll back\n",
                    errors: """
                        connected to shop-eu (Cassandra 5.0.9, 3 nodes) through 10.0.0.1:9042
                        cluster shop-eu (Cassandra 5.0.9, 3 nodes)
                        keyspace shop: to be undone, in this order:
                          version 2: V002__b.cql, 2 statements
                        undo 1 version? [y/N] 
                        """, calls: ["rollback steps=1 dry=false"]))
    }

    @Test("everything but yes is no", arguments: ["n", "", "yup", "y y"])
    func no(_ answer: String) async throws {
        var world = try await world()
        world.terminal.isInteractive = true
        world.input = "\(answer)\n"
        let ending = await world.run("rollback", "--json")
        #expect(ending.status == 8)
        #expect(ending.output.contains("\"code\": \"declined\""))
        #expect(ending.errors.hasSuffix("undo 1 version? [y/N] "))
    }

    @Test("--yes asks nothing, and the options reach the engine")
    func options() async throws {
        let world = try await world()
        let ending = await world.run("rollback", "--yes", "--to", "1.1")
        #expect(ending.calls == ["rollback to=1.1 dry=false"])
        #expect(!ending.errors.contains("[y/N]"))
        #expect(await world.run("rollback", "--yes", "--steps", "3").calls == ["rollback steps=3 dry=false"])
        #expect(await world.run("rollback", "--dry-run").calls == ["rollback steps=1 dry=true"])
    }

    @Test("the document of a rollback is that of a migration")
    func json() async throws {
        let ending = try await world().run("rollback", "--yes", "--json")
        #expect(ending.output.contains("\"command\": \"rollback\","))
        #expect(ending.output.contains("\"type\": \"undo\","))
        #expect(ending.output.contains("\"reason\": \"rollback\","))
    }

    @Test("a dry run prints the undo")
    func dryRun() async throws {
        var world = try await world()
        world.answers.run = world.answers.run.map { report in
            Sample.run(report.keyspaces, isDryRun: true)
        }
        #expect(
            await world.run("rollback", "--dry-run").output == """
                -- keyspace shop: 1 script would be rolled back

                -- V002__b.cql: version 2, rollback
                DROP TABLE b;
                DROP TABLE c;
                -- keyspace bank: nothing would be rolled back

                """)
    }
}
