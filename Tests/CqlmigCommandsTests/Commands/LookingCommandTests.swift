import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

/// `pending`, `status`, `history`.
@Suite struct LookingCommandTests {
    @Test("pending lists what would run, and is a finding when there is anything")
    func pending() async throws {
        var world = World()
        let first = try await Sample.planned("V001__users.cql", MigrateCommandTests.users, start: 2, reason: .resume(2))
        let second = try await Sample.planned("sub/V10__b.cql", "USE a;")
        world.answers.plans = [Sample.plan("shop", [first, second]), Sample.plan("bank")]
        let text = await world.run("pending")
        #expect(
            text
                == .init(
                    status: 1,
                    output: """
                        keyspace shop: 2 scripts pending
                        VERSION  SCRIPT           STATEMENTS  REASON
                        1        V001__users.cql           1  resume at statement 2
                        10       sub/V10__b.cql            1  pending

                        keyspace bank: nothing is pending

                        """, errors: "", calls: ["pending"]))
        let json = await world.run("pending", "--json")
        #expect(
            json.output
                == envelope(
                    "pending",
                    """
                    {
                      "keyspaces": [
                        {
                          "keyspace": "shop",
                          "scripts": [
                            {
                              "script": "V001__users.cql",
                              "type": "versioned",
                              "version": "1",
                              "reason": "resume at statement 2"
                            },
                            {
                              "script": "sub/V10__b.cql",
                              "type": "versioned",
                              "version": "10",
                              "reason": "pending"
                            }
                          ]
                        },
                        {
                          "keyspace": "bank",
                          "scripts": []
                        }
                      ],
                      "count": 2
                    }
                    """, exit: 1))
    }

    @Test("nothing pending is exit code 0")
    func nothingPending() async {
        var world = World()
        world.answers.plans = [Sample.plan("shop")]
        #expect(
            await world.run("pending")
                == .init(status: 0, output: "keyspace shop: nothing is pending\n", errors: "", calls: ["pending"]))
    }

    static let statuses = [
        KeyspaceStatus(
            keyspace: "shop", lock: Sample.holder, isAgreed: false,
            schemaVersions: ["10.0.0.2:9042": "b", "10.0.0.1:9042": "a"],
            scripts: [
                ScriptStatus(
                    script: "V001__users.cql", type: "versioned", version: "1", description: "users", state: .applied,
                    appliedAt: Sample.time(0.25), appliedBy: "ann@build-7", elapsedMilliseconds: 1250, tag: "2026.3",
                    checksum: "abc"),
                ScriptStatus(
                    script: "V002__größen.cql", type: "versioned", version: "2", description: "größen", state: .failed,
                    appliedAt: nil, appliedBy: nil, elapsedMilliseconds: nil, tag: nil, checksum: "def"),
            ])
    ]

    @Test("status shows every script, the lock, and nodes that do not agree")
    func status() async {
        var world = World()
        world.answers.statuses = Self.statuses
        let text = await world.run("status")
        #expect(
            text
                == .init(
                    status: 0,
                    output: """
                        keyspace shop: 1 applied, 1 failed
                        lock: held by ann on build-7 (process 4711, https://ci.example.com/job/3) since \
                        2026-01-15T10:29:30Z; it ends in 50 s unless it is renewed
                        schema: the nodes do not agree: 10.0.0.1:9042 has a, 10.0.0.2:9042 has b
                        VERSION  SCRIPT            STATE    APPLIED AT (UTC)       TIME  BY           TAG
                        1        V001__users.cql   applied  2026-01-15 10:30:00  1.25 s  ann@build-7  2026.3
                        2        V002__größen.cql  failed

                        """, errors: "", calls: ["status"]))
        let json = await world.run("status", "--json")
        #expect(
            json.output
                == envelope(
                    "status",
                    """
                    {
                      "keyspaces": [
                        {
                          "keyspace": "shop",
                          "lock": {
                            "owner": "00000000-0000-4000-8000-000000000009",
                            "operator": "ann",
                            "host": "build-7",
                            "pid": 4711,
                            "ci_url": "https://ci.example.com/job/3",
                            "since": "2026-01-15T10:29:30.000Z",
                            "renewed": "2026-01-15T10:29:50.000Z",
                            "expires_in_s": 50
                          },
                          "agreement": {
                            "agreed": false,
                            "versions": {
                              "10.0.0.1:9042": "a",
                              "10.0.0.2:9042": "b"
                            }
                          },
                          "scripts": [
                            {
                              "script": "V001__users.cql",
                              "type": "versioned",
                              "version": "1",
                              "description": "users",
                              "state": "applied",
                              "applied_at": "2026-01-15T10:30:00.250Z",
                              "applied_by": "ann@build-7",
                              "elapsed_ms": 1250,
                              "tag": "2026.3",
                              "checksum": "abc"
                            },
                            {
                              "script": "V002__größen.cql",
                              "type": "versioned",
                              "version": "2",
                              "description": "größen",
                              "state": "failed",
                              "applied_at": null,
                              "applied_by": null,
                              "elapsed_ms": null,
                              "tag": null,
                              "checksum": "def"
                            }
                          ]
                        }
                      ]
                    }
                    """))
    }

    @Test("colours go to terminals, by what a text is for")
    func colors() async {
        var world = World()
        world.answers.statuses = Self.statuses
        world.terminal = Terminal(showsOutput: true, columns: 200)
        let colored = await world.run("status").output
        #expect(colored.contains("\u{1B}[1mVERSION\u{1B}[0m"))
        #expect(colored.contains("  \u{1B}[32mapplied\u{1B}[0m  2026"))
        #expect(colored.contains("  \u{1B}[1;31mfailed\u{1B}[0m\n"))
        #expect(!(await world.run("status", "--color", "never").output.contains("\u{1B}")))
        world.environment = ["NO_COLOR": "1"]
        #expect(!(await world.run("status").output.contains("\u{1B}")))
    }

    @Test("a project without scripts has an empty status")
    func emptyStatus() async {
        var world = World()
        world.answers.statuses = [
            KeyspaceStatus(keyspace: "shop", lock: nil, isAgreed: true, schemaVersions: [:], scripts: [])
        ]
        #expect(await world.run("status").output == "keyspace shop: no scripts\n")
    }
}
