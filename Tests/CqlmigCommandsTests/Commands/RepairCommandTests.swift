import CQLClient
import MigrationLog
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct RepairCommandTests {
    static let list = RepairList(
        keyspace: "shop", lock: Sample.holder,
        items: [
            .init(
                script: "V002__b.cql", statement: 3, outcome: .unknown, at: Sample.time(0),
                error: "no answer within 60 s"),
            .init(script: "V003__c.cql", statement: 1, outcome: nil, at: Sample.time(1), error: nil),
        ])

    @Test("the list is a finding when there is anything in it")
    func list() async {
        var world = World()
        world.answers.repairs = [Self.list, RepairList(keyspace: "bank", lock: nil, items: [])]
        let text = await world.run("repair", "--list")
        #expect(
            text
                == .init(
                    status: 1,
                    output: """
                        keyspace shop: the lock is held by ann on build-7 (process 4711, https://ci.example.com/job/3) since \
                        2026-01-15T10:29:30Z; it ends in 50 s unless it is renewed
                        KEYSPACE  SCRIPT       STATEMENT  OUTCOME  AT (UTC)             ERROR
                        shop      V002__b.cql          3  unknown  2026-01-15 10:30:00  no answer within 60 s
                        shop      V003__c.cql          1  not run  2026-01-15 10:30:01

                        """, errors: "", calls: ["repairList"]))
        let json = await world.run("repair", "--list", "--json")
        #expect(
            json.output
                == envelope(
                    "repair",
                    """
                    {
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
                      "failed": [
                        {
                          "keyspace": "shop",
                          "script": "V002__b.cql",
                          "statement": 3,
                          "outcome": "unknown",
                          "at": "2026-01-15T10:30:00.000Z",
                          "error": "no answer within 60 s"
                        },
                        {
                          "keyspace": "shop",
                          "script": "V003__c.cql",
                          "statement": 1,
                          "outcome": null,
                          "at": "2026-01-15T10:30:01.000Z",
                          "error": null
                        }
                      ],
                      "done": []
                    }
                    """, exit: 1))
    }

    @Test("an empty list is exit code 0")
    func nothing() async {
        var world = World()
        world.answers.repairs = [RepairList(keyspace: "bank", lock: nil, items: [])]
        #expect(
            await world.run("repair", "--list")
                == .init(status: 0, output: "nothing to repair\n", errors: "", calls: ["repairList"]))
    }

    @Test("an answer is passed on and told")
    func answer() async {
        var world = World()
        world.answers.answered = ["shop": 3]
        let applied = await world.run(
            "repair", "--script", "V002__b.cql", "--statement", "3", "--applied", "--reason", "seen in cqlsh")
        #expect(applied.calls == ["repair V002__b.cql 3 applied seen in cqlsh"])
        #expect(applied.output == "shop: statement 3 of V002__b.cql counts as applied\n")
        let retry = await world.run("repair", "--script", "2", "--retry", "--json")
        #expect(retry.calls == ["repair 2 - retry -"])
        #expect(
            retry.output
                == envelope(
                    "repair",
                    """
                    {
                      "lock": null,
                      "failed": [],
                      "done": [
                        "shop: statement 3 of 2 will be run again"
                      ]
                    }
                    """))
    }

    @Test("the lock is taken away after a question")
    func releaseLock() async {
        var world = World()
        world.answers.holders = ["shop": Sample.holder]
        #expect(await world.run("repair", "--release-lock").status == 2)
        let forced = await world.run("repair", "--release-lock", "--force", "--yes", "--reason", "build agent died")
        #expect(forced.calls == ["releaseLock force=true build agent died"])
        #expect(forced.output == "shop: the lock was taken from ann on build-7 (process 4711)\n")
        world.terminal.isInteractive = true
        world.input = "n\n"
        let declined = await world.run("repair", "--release-lock")
        #expect(declined.status == 8)
        #expect(
            declined.errors.hasPrefix(
                """
                keyspace shop: the lock is held by ann on build-7 (process 4711, https://ci.example.com/job/3) since \
                2026-01-15T10:29:30Z; it ends in 50 s unless it is renewed
                it is taken away only when nobody renews it, which takes up to half a minute to see
                take the lock away? [y/N] error[declined]: the lock of shop was left alone
                """))
    }

    @Test("no lock is no failure")
    func noLock() async {
        let ending = await World().run("repair", "--release-lock", "--yes")
        #expect(ending.status == 0)
        #expect(ending.output == "nobody holds the lock\n")
    }
}
