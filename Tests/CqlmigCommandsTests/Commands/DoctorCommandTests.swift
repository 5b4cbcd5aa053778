import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct DoctorCommandTests {
    private static let findings = [
        DoctorFinding(.platform, .ok, "Cassandra 5.0.9"),
        DoctorFinding(.nodes, .problem, "10.0.0.3:9042 is down", hint: "start it"),
        DoctorFinding(.replication, .warning, "one replica"),
        DoctorFinding(.permissions, .unknown, "authorisation is off"),
    ]

    @Test("each check has its line, its hint below it, and the counts come last")
    func text() async {
        var world = World()
        world.answers.examined = DoctorReport(findings: Self.findings, notInitialised: nil)
        #expect(
            await world.run("doctor")
                == .init(
                    status: 1,
                    output: """
                        ok       platform: Cassandra 5.0.9
                        problem  nodes: 10.0.0.3:9042 is down
                                 = help: start it
                        warning  replication: one replica
                        unknown  permissions: authorisation is off
                        found: 1 problem, 1 warning; unknown: 1

                        """, errors: "", calls: ["examine"]))
    }

    @Test("what could not be looked at is no finding")
    func unknown() async {
        var world = World()
        world.answers.examined = DoctorReport(
            findings: [Self.findings[0], Self.findings[3]], notInitialised: nil)
        let ending = await world.run("doctor")
        #expect(ending.status == 0)
        #expect(ending.output.hasSuffix("nothing was found; unknown: 1\n"))
    }

    @Test("JSON has the four keys of each check")
    func json() async {
        var world = World()
        world.answers.examined = DoctorReport(findings: [Self.findings[1]], notInitialised: nil)
        let ending = await world.run("doctor", "--json")
        #expect(ending.status == 1)
        #expect(
            ending.output
                == envelope(
                    "doctor",
                    """
                    {
                      "checks": [
                        {
                          "check": "nodes",
                          "result": "problem",
                          "message": "10.0.0.3:9042 is down",
                          "hint": "start it"
                        }
                      ]
                    }
                    """, exit: 1))
    }

    @Test("without init the checks are shown, and the exit is 7")
    func notInitialised() async {
        var world = World()
        world.answers.examined = DoctorReport(
            findings: [Self.findings[0]],
            notInitialised: MigrationError(
                .notInitialised, "keyspace shop is not initialised", hint: "run `cqlmig init`"))
        #expect(
            await world.run("doctor")
                == .init(
                    status: 7, output: "ok       platform: Cassandra 5.0.9\nnothing was found\n",
                    errors: """
                        error[not-initialised]: keyspace shop is not initialised
                           = help: run `cqlmig init`

                        """, calls: ["examine"]))
    }

    @Test("no connection is exit 3")
    func noConnection() async {
        var world = World()
        world.answers.failure = MigrationError(.cannotConnect, "nobody answers")
        #expect(await world.run("doctor").status == 3)
    }
}
