import CQLClient
import FoundationEssentials
import MigrationLog
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct HistoryCommandTests {
    static let rows = [
        Sample.row(1, .initialised) {
            $0.replication = ["class": "NetworkTopologyStrategy", "dc1": "3"]
            $0.operatorName = "bob"
        },
        Sample.row(2, .runStarted) {
            $0.tag = "2026.3"
            $0.reason = "up to version 3"
        },
        Sample.row(3, .statementOutcome) {
            $0.target = "shop"
            $0.script = "V001__users.cql"
            $0.version = "1"
            $0.statement = 2
            $0.outcome = .rejected
            $0.elapsedMilliseconds = 95
            $0.errorText = "line 1:7 no viable alternative, at \"x\""
        },
        Sample.row(4, .scriptApplied) {
            $0.target = "shop"
            $0.script = "V002__b.cql"
            $0.version = "2"
            $0.elapsedMilliseconds = 1250
            $0.run = Sample.id(200)
        },
    ]

    private func world() -> World {
        var world = World()
        world.answers.rows = Self.rows
        return world
    }

    @Test("history is a table of all events")
    func text() async {
        let ending = await world().run("history")
        #expect(
            ending
                == .init(
                    status: 0,
                    output: """
                        SEQ  AT (UTC)             RUN       EVENT              KEYSPACE  SCRIPT           STATEMENT    \
                        TIME  BY           DETAIL
                          1  2026-01-15 10:30:01  00000000  initialised        shop_log                                \
                              bob@build-7  replication class: NetworkTopologyStrategy, dc1: 3
                          2  2026-01-15 10:30:02  00000000  run-started        shop_log                                \
                              ann@build-7  tag 2026.3; up to version 3
                          3  2026-01-15 10:30:03  00000000  statement-outcome  shop      V001__users.cql          2   \
                        95 ms  ann@build-7  rejected; line 1:7 no viable alternative, at "x"
                          4  2026-01-15 10:30:04  00000000  script-applied     shop      V002__b.cql                 \
                        1.25 s  ann@build-7

                        """, errors: "", calls: ["history"]))
    }

    @Test("history as JSON, by either option")
    func json() async {
        let ending = await world().run("history", "--json", "--limit", "2")
        #expect(
            ending.output
                == envelope(
                    "history",
                    """
                    {
                      "events": [
                        {
                          "seq": 3,
                          "at": "2026-01-15T10:30:03.000Z",
                          "run_id": "00000000-0000-4000-8000-000000000001",
                          "kind": "statement-outcome",
                          "keyspace": "shop",
                          "script": "V001__users.cql",
                          "version": "1",
                          "statement": 2,
                          "elapsed_ms": 95,
                          "operator": "ann",
                          "host": "build-7",
                          "detail": "rejected; line 1:7 no viable alternative, at \\"x\\""
                        },
                        {
                          "seq": 4,
                          "at": "2026-01-15T10:30:04.000Z",
                          "run_id": "00000000-0000-4000-8000-0000000000c8",
                          "kind": "script-applied",
                          "keyspace": "shop",
                          "script": "V002__b.cql",
                          "version": "2",
                          "statement": null,
                          "elapsed_ms": 1250,
                          "operator": "ann",
                          "host": "build-7",
                          "detail": null
                        }
                      ]
                    }
                    """))
        #expect(await world().run("history", "--format", "json", "--limit", "2") == ending)
    }

    @Test("history as CSV quotes what needs it")
    func csv() async {
        let ending = await world().run("history", "--format", "csv", "--limit", "2")
        #expect(
            ending.output.split(separator: "\r\n", omittingEmptySubsequences: false) == [
                "seq,at,run_id,kind,keyspace,script,version,statement,elapsed_ms,operator,host,detail",
                "3,2026-01-15T10:30:03.000Z,00000000-0000-4000-8000-000000000001,statement-outcome,shop,V001__users.cql,1,2,"
                    + "95,ann,build-7,\"rejected; line 1:7 no viable alternative, at \"\"x\"\"\"",
                "4,2026-01-15T10:30:04.000Z,00000000-0000-4000-8000-0000000000c8,script-applied,shop,V002__b.cql,2,,1250,ann,"
                    + "build-7,",
                "",
            ])
    }

    @Test("a flag of the command line wins over CQLMIG_JSON")
    func csvInspiteOfVariable() async {
        var world = world()
        world.environment = ["CQLMIG_JSON": "true"]
        #expect(await world.run("history", "--format", "csv").output.hasPrefix("seq,at,"))
        #expect(await world.run("history").output.hasPrefix("{\n"))
    }

    @Test("--format csv and --json exclude each other")
    func csvAndJSON() async {
        let ending = await world().run("history", "--format", "csv", "--json")
        #expect(ending.status == 2)
        #expect(ending.output.contains("\"code\": \"exclusive-options\""))
    }

    static let filters: [([String], [Int64])] = [
        (["--kind", "script-applied,run-started"], [2, 4]),
        (["--script", "V002__b.cql"], [4]),
        (["--script", "migrations/V001__users.cql"], [3]),
        (["--script", "001"], [3]),
        (["--operator", "bob"], [1]),
        (["--tag", "2026.3"], [2]),
        (["--run", "00000000-0000-4000-8000-0000000000C8"], [4]),
        (["--run", "00000000-0000-4000-8000-00000000000"], [1, 2, 3]),
        (["--since", "2026-01-15T10:30:03Z"], [3, 4]),
        (["--since", "2026-01-15"], [1, 2, 3, 4]),
        (["--since", "2026-01-16"], []),
        (["--since", "24h"], [1, 2, 3, 4]),
        (["--limit", "1", "--operator", "ann"], [4]),
        (["--limit", "9"], [1, 2, 3, 4]),
    ]

    @Test("events are chosen", arguments: filters)
    func filter(_ options: [String], _ expected: [Int64]) async {
        let ending = await world().run(["history", "--format", "csv"] + options)
        let seqs = ending.output.split(separator: "\r\n").dropFirst().compactMap { row in
            row.split(separator: ",").first.flatMap { Int64($0) }
        }
        #expect(seqs == expected)
    }

    @Test("moments are read as days, times and durations")
    func since() throws {
        func seconds(_ text: String) -> Double? {
            HistorySince(text).map { $0.moment(before: World.now).timeIntervalSince1970 }
        }
        #expect(seconds("1970-01-01") == 0)
        #expect(seconds("2000-02-29T23:59:58Z") == 951_868_798)
        #expect(seconds("2026-01-15 10:30") == World.now.timeIntervalSince1970)
        #expect(seconds("90m") == World.now.timeIntervalSince1970 - 5400)
        for wrong in [
            "", "now", "5", "2026", "2026-1-5", "2026-02-29", "2026-00-10", "2026-01-15T24:00", "-5m", "२०२६-०१-०१",
        ] {
            #expect(HistorySince(wrong) == nil)
        }
    }
}
