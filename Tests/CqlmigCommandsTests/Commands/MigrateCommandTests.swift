import CQLClient
import CQLSyntax
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct MigrateCommandTests {
    static let users = "CREATE TABLE users (id uuid PRIMARY KEY);\nINSERT INTO users (id) VALUES (uuid());\n"
    static let role = "CREATE ROLE app WITH PASSWORD = 'geheim' AND LOGIN = true;\nALTER TABLE users ADD a int;"

    @Test("the options reach the engine")
    func options() async {
        var world = World()
        world.answers.run = Sample.run([Sample.keyspace("shop")])
        let plain = await world.run("migrate")
        #expect(plain.calls == ["migrate target=- dry=false allow= keep=false tag=-"])
        let all = await world.run(
            "migrate", "--target", "1_02", "--dry-run", "--allow", "changed,node-down", "--allow", "missing",
            "--keep-going", "--tag", "2026.3")
        #expect(all.calls == ["migrate target=1.2 dry=true allow=changed,missing,node-down keep=true tag=2026.3"])
    }

    @Test("a run is summed up in a line a keyspace")
    func summary() async throws {
        var world = World()
        let planned = try await Sample.planned("V001__users.cql", Self.users)
        world.answers.run = Sample.run([
            Sample.keyspace("shop", [Sample.report(planned, .applied, [.applied, .acknowledged])], skipped: 3),
            Sample.keyspace("bank", skipped: 4),
            Sample.keyspace("mail", [Sample.report(planned, .notRun)]),
        ])
        let ending = await world.run("migrate")
        #expect(
            ending
                == .init(
                    status: 0,
                    output: """
                        shop: 1 script applied, 3 applied before
                        bank: nothing to do, 4 applied before
                        mail: 1 script not run

                        """, errors: "", calls: ["migrate target=- dry=false allow= keep=false tag=-"]))
    }

    @Test("a failure is shown with its place, what is known and the next command")
    func failure() async throws {
        var world = World()
        let planned = try await Sample.planned("V002__role.cql", Self.role)
        let source = try #require(planned.statements.last?.statement.source)
        let place = MigrationError.Place(
            file: source.name, start: SourceLocation(line: 2, column: 1), end: SourceLocation(line: 2, column: 28),
            line: "ALTER TABLE users ADD a int;", caret: 1..<28)
        let failure = MigrationError(
            .statementFailed, "V002__role.cql stopped at statement 2 of 2: Column with name 'a' already exists",
            hint: "correct statement 2 and run `cqlmig migrate`: it goes on there",
            notes: ["the server answered 0x2200", "statements: 1 done, 2 rejected"], place: place, outcome: .rejected)
        world.answers.run = Sample.run([
            Sample.keyspace(
                "shop", [Sample.report(planned, .failed, [.acknowledged, .rejected], milliseconds: 210)],
                failure: failure)
        ])
        let text = await world.run("migrate")
        #expect(text.status == 5)
        #expect(text.output == "shop: 1 failed\n")
        #expect(
            text.errors == """
                error[statement-failed]: V002__role.cql stopped at statement 2 of 2: Column with name 'a' already exists
                  --> migrations/V002__role.cql:2:1
                   |
                 2 | ALTER TABLE users ADD a int;
                   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                   = note: the server answered 0x2200
                   = note: statements: 1 done, 2 rejected
                   = help: correct statement 2 and run `cqlmig migrate`: it goes on there

                """)
        let json = await world.run("migrate", "--json")
        #expect(!json.output.contains("geheim"))
        #expect(
            json.output
                == envelope(
                    "migrate",
                    """
                    {
                      "run_id": "00000000-0000-4000-8000-000000000001",
                      "dry_run": false,
                      "tag": null,
                      "keyspaces": [
                        {
                          "keyspace": "shop",
                          "actions": [
                            {
                              "action": "run",
                              "script": "V002__role.cql",
                              "type": "versioned",
                              "version": "2",
                              "reason": "pending",
                              "checksum": "abc123",
                              "statements": [
                                {
                                  "index": 1,
                                  "cql": "CREATE ROLE app WITH PASSWORD = '********' AND LOGIN = true",
                                  "kind": "CREATE ROLE",
                                  "outcome": "acknowledged",
                                  "elapsed_ms": 90,
                                  "agreement_ms": null
                                },
                                {
                                  "index": 2,
                                  "cql": "ALTER TABLE users ADD a int",
                                  "kind": "ALTER TABLE",
                                  "outcome": "rejected",
                                  "elapsed_ms": 91,
                                  "agreement_ms": null
                                }
                              ],
                              "outcome": "failed",
                              "elapsed_ms": 210
                            }
                          ],
                          "run": 0,
                          "skipped": 0,
                          "failed": 1
                        }
                      ]
                    }
                    """, exit: 5,
                    errors: """
                        [
                            {
                              "code": "statement-failed",
                              "message": "V002__role.cql stopped at statement 2 of 2: Column with name 'a' already exists",
                              "hint": "correct statement 2 and run `cqlmig migrate`: it goes on there",
                              "file": "migrations/V002__role.cql",
                              "line": 2,
                              "column": 1,
                              "notes": [
                                "the server answered 0x2200",
                                "statements: 1 done, 2 rejected"
                              ]
                            }
                          ]
                        """))
    }

    @Test("an interrupted script is told as such")
    func interrupted() async throws {
        var world = World()
        let planned = try await Sample.planned("V001__users.cql", Self.users)
        world.answers.run = Sample.run([
            Sample.keyspace(
                "shop", [Sample.report(planned, .failed, [.applied, nil])],
                failure: MigrationError(.interrupted, "interrupted before statement 2 of V001__users.cql"))
        ])
        let ending = await world.run("migrate")
        #expect(ending.status == 130)
        #expect(ending.output == "shop: 1 interrupted\n")
    }

    @Test("a dry run prints CQL with what is said about it in comments, without passwords")
    func dryRun() async throws {
        var world = World()
        let users = try await Sample.planned(
            "V001__users.cql", Self.users, start: 2, reason: .resume(2))
        let role = try await Sample.planned("V002__role.cql", Self.role)
        world.answers.run = Sample.run(
            [
                Sample.keyspace("shop", [Sample.report(users, .notRun), Sample.report(role, .notRun)]),
                Sample.keyspace("bank"),
            ], isDryRun: true)
        let text = await world.run("migrate", "--dry-run")
        #expect(text.status == 0)
        #expect(
            text.output == """
                -- keyspace shop: 2 scripts would be applied

                -- V001__users.cql: version 1, resume at statement 2
                INSERT INTO users (id) VALUES (uuid());

                -- V002__role.cql: version 2, pending
                CREATE ROLE app WITH PASSWORD = '********' AND LOGIN = true;
                ALTER TABLE users ADD a int;
                -- keyspace bank: nothing would be applied

                """)
        let json = await world.run("migrate", "--dry-run", "--json")
        #expect(json.output.contains("\"dry_run\": true,"))
        #expect(json.output.contains("\"run\": 2,\n        \"skipped\": 0,\n        \"failed\": 0"))
        #expect(json.output.contains("\"outcome\": \"not-run\","))
    }

    @Test("timings are told when they are asked for")
    func timings() async {
        var world = World()
        world.answers.run = Sample.run([Sample.keyspace("shop")], tag: "2026.3")
        let text = await world.run("migrate", "--timings")
        #expect(
            text.output == """
                shop: nothing to do
                PHASE                           TIME
                reading the scripts            12 ms
                connecting                      0 ms
                asking the nodes                0 ms
                waiting for the lock            0 ms
                reading and writing the log     0 ms
                running statements            1.25 s
                waiting for schema agreement    0 ms
                reading back what was done      0 ms

                """)
        let json = await world.run("migrate", "--timings", "--json")
        #expect(
            json.output
                == envelope(
                    "migrate",
                    """
                    {
                      "run_id": "00000000-0000-4000-8000-000000000001",
                      "dry_run": false,
                      "tag": "2026.3",
                      "keyspaces": [
                        {
                          "keyspace": "shop",
                          "actions": [],
                          "run": 0,
                          "skipped": 0,
                          "failed": 0
                        }
                      ],
                      "timings": {
                        "scripts_ms": 12,
                        "connect_ms": 0,
                        "check_ms": 0,
                        "lock_ms": 0,
                        "log_ms": 0,
                        "statements_ms": 1250,
                        "agreement_ms": 0,
                        "read_back_ms": 0
                      }
                    }
                    """))
    }

    @Test("what was let pass is a warning; what stopped the run is told once")
    func findings() async {
        var world = World()
        let changed = Finding(.changed, script: "V001__a.cql", version: "1", "V001__a.cql was edited", hint: "undo it")
        let failed = Finding(.failed, script: "V002__b.cql", version: "2", "V002__b.cql stopped")
        world.answers.run = Sample.run([Sample.keyspace("shop", findings: [changed, failed])])
        let passed = await world.run("migrate", "--allow", "changed")
        #expect(
            passed.errors == """
                warning[changed]: V001__a.cql was edited
                   = note: keyspace shop
                   = help: undo it

                """)
        #expect(await world.run("migrate", "--quiet").errors == "")
        let json = await world.run("migrate", "--json")
        #expect(json.output.contains("\"warnings\": [\n    {\n      \"code\": \"changed\","))
        world.answers.run = Sample.run([
            Sample.keyspace("shop", failure: MigrationError(.changed, "V001__a.cql was edited"), findings: [changed])
        ])
        #expect(await world.run("migrate").errors == "error[changed]: V001__a.cql was edited\n")
    }

    @Test("events are progress on standard error: scripts, with -v statements, with -vv their CQL")
    func progress() async throws {
        var world = World()
        let planned = try await Sample.planned("V001__users.cql", Self.users)
        var statement = StatementReport(number: 1, cql: "CREATE TABLE users (\n  id uuid)", kind: "CREATE TABLE")
        statement.outcome = .applied
        statement.elapsed = .milliseconds(95)
        statement.agreement = .milliseconds(1250)
        world.answers.events = [
            .connected(cluster: "test", platform: .cassandra(.init(5, 0, 9)), coordinator: "10.0.0.1:9042", nodes: 3),
            .checkingCluster,
            .lockAcquired(keyspace: "shop"),
            .planned(Sample.plan("shop", [planned])),
            .scriptStarted(keyspace: "shop", planned),
            .statementStarted(script: "V001__users.cql", number: 1, count: 2, cql: statement.cql),
            .awaitingAgreement(script: "V001__users.cql", number: 1),
            .statementFinished(script: "V001__users.cql", statement),
            .scriptFinished(
                keyspace: "shop", Sample.report(planned, .applied, [.applied, .acknowledged], milliseconds: 140)),
        ]
        world.answers.run = Sample.run([Sample.keyspace("shop")])
        let connected = "connected to test (Cassandra 5.0.9, 3 nodes) through 10.0.0.1:9042\n"
        let finished = "shop: V001__users.cql applied, 2 statements, 140 ms\n"
        #expect(await world.run("migrate").errors == connected + finished)
        let started = """
            asking the nodes for their condition and their schema
            holding the lock of shop
            shop: 1 script to run
            shop: V001__users.cql: 2 statements

            """
        let ended = "  1 CREATE TABLE: applied, 95 ms, agreement 1.25 s\n"
        #expect(await world.run("migrate", "-v").errors == connected + started + ended + finished)
        let cql = "    CREATE TABLE users (\n      id uuid)\n"
        #expect(await world.run("migrate", "-vv").errors == connected + started + cql + ended + finished)
        #expect(await world.run("migrate", "-vvv").errors == connected + started + cql + ended + finished)
        #expect(await world.run("migrate", "-q").errors == "")
        #expect(await world.run("migrate", "--json").errors == "")
        #expect(await world.run("migrate", "--json", "-v").errors == connected + started + ended + finished)
    }

    @Test("what the server and the engine warn of is told as it comes, and stands in the document")
    func warnings() async {
        var world = World()
        var statement = StatementReport(number: 3, cql: "", kind: "CREATE TABLE")
        statement.warnings = ["the compaction is deprecated"]
        world.answers.events = [
            .warning("10.0.0.3:9042 cannot be asked from here"),
            .statementFinished(script: "V001__a.cql", statement),
            .deadRunFound(keyspace: "shop", script: "V001__a.cql", statement: 2),
        ]
        world.answers.run = Sample.run([Sample.keyspace("shop")])
        let text = await world.run("migrate")
        #expect(
            text.errors == """
                warning[cluster-warning]: 10.0.0.3:9042 cannot be asked from here
                warning[server-warning]: the compaction is deprecated
                   = note: about statement 3 of V001__a.cql
                warning[dead-run]: a run that ended without a word was at statement 2 of V001__a.cql in shop; its outcome is \
                recorded as unknown

                """)
        let json = await world.run("migrate", "--json")
        let codes = json.output.split(separator: "\n").filter { $0.contains("\"code\"") }
        #expect(
            codes.map { String($0.split(separator: "\"")[3]) } == ["cluster-warning", "server-warning", "dead-run"])
    }
}
