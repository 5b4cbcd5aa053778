import CQLClient
import MigrationScripts
import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

/// The exit code of every failure, by way of the whole program.
@Suite struct ExitCodeTests {
    static let engine: [MigrationError.Code: Int32] = [
        .invalidScripts: 2, .unsupportedScripts: 2, .unknownVersion: 2, .unknownScript: 2, .unknownStatement: 2,
        .usage: 2,
        .cannotConnect: 3, .authentication: 3, .clusterFailed: 3,
        .lockHeld: 4, .lockLost: 4,
        .statementFailed: 5, .outcomeUnknown: 5, .statementLost: 5, .schemaConflict: 5, .clockBehind: 8, .logFailed: 5,
        .noSchemaAgreement: 6,
        .notInitialised: 7,
        .keyspaceMissing: 8, .nodeDown: 8, .mixedRelease: 8, .unsupportedPlatform: 8, .changed: 8, .missing: 8,
        .outOfOrder: 8, .halfAppliedChanged: 8, .halfRolledBack: 8, .cannotRollBack: 8, .planChanged: 8,
        .cannotBaseline: 8, .ownTables: 8, .replicationChanged: 8,
        .unsupportedSchema: 8, .declined: 8,
        .local: 9,
        .interrupted: 130,
    ]

    @Test("every failure of the engine has the exit code of the contract", arguments: MigrationError.Code.allCases)
    func failure(_ code: MigrationError.Code) async throws {
        let expected = try #require(Self.engine[code])
        var world = World()
        world.answers.failure = MigrationError(code, "it went wrong", hint: "do this", notes: ["so much is known"])
        let text = await world.run("migrate")
        #expect(text.status == expected)
        #expect(text.output == "")
        #expect(
            text.errors == """
                error[\(code.rawValue)]: it went wrong
                   = note: so much is known
                   = help: do this

                """)
        let json = await world.run("migrate", "--json")
        #expect(json.status == expected)
        #expect(json.errors == "")
        #expect(
            json.output == """
                {
                  "schema_version": 1,
                  "command": "migrate",
                  "ok": false,
                  "exit": \(expected),
                  "data": null,
                  "errors": [
                    {
                      "code": "\(code.rawValue)",
                      "message": "it went wrong",
                      "hint": "do this",
                      "file": null,
                      "line": null,
                      "column": null,
                      "notes": [
                        "so much is known"
                      ]
                    }
                  ],
                  "warnings": []
                }

                """)
    }

    @Test("what a server refuses is refused; what it fails at is a failure of the connection")
    func refusals() async {
        var world = World()
        world.answers.failure = MigrationError(.clusterFailed, "no permission", outcome: .rejected)
        #expect(await world.run("init").status == 8)
    }

    @Test("a signal decides on the code of an interruption", arguments: [2: 130, 15: 143] as [Int32: Int32])
    func signals(_ signal: Int32, _ status: Int32) async {
        var world = World()
        world.answers.failure = MigrationError(.interrupted, "interrupted before V001__a.cql")
        #expect(world.interruption.raise(signal))
        #expect(await world.run("migrate").status == status)
        #expect(!world.interruption.raise(15))
    }

    @Test("a question that a signal cut short is an interruption and not a no")
    func cutQuestion() async {
        var world = World()
        world.terminal.isInteractive = true
        world.input = "y\n"
        world.answers.plans = [Sample.plan("shop")]
        _ = world.interruption.raise(2)
        let ending = await world.run("rollback")
        #expect(ending.status == 130)
        #expect(ending.errors.hasSuffix("[y/N] \nerror[interrupted]: interrupted: nothing was undone\n"))
    }

    @Test("the first failure of several keyspaces decides, and all are told")
    func severalFailures() async {
        var world = World()
        world.answers.run = Sample.run([
            Sample.keyspace("a", failure: MigrationError(.changed, "V001__a.cql was edited")),
            Sample.keyspace("b", failure: MigrationError(.statementFailed, "V002__b.cql stopped")),
        ])
        let ending = await world.run("migrate", "--keep-going")
        #expect(ending.status == 8)
        #expect(
            ending.errors == """
                error[changed]: V001__a.cql was edited
                   = note: keyspace a

                error[statement-failed]: V002__b.cql stopped
                   = note: keyspace b

                """)
        #expect(ending.output == "a: nothing was done\nb: nothing was done\n")
    }

    @Test("everything that a gate does not let pass is an error of its own")
    func findings() async {
        var world = World()
        let findings = [
            Finding(.changed, script: "V001__a.cql", version: "1", "V001__a.cql was edited", hint: "undo it"),
            Finding(.changed, script: "V002__b.cql", version: "2", "V002__b.cql was edited"),
        ]
        world.answers.failure = MigrationError(
            .changed, "2 findings", hint: "undo it", notes: ["keyspace shop"], findings: findings)
        let ending = await world.run("migrate")
        #expect(ending.status == 8)
        #expect(
            ending.errors == """
                error[changed]: V001__a.cql was edited
                   = note: keyspace shop
                   = help: undo it

                error[changed]: V002__b.cql was edited
                   = note: keyspace shop

                """)
    }

    @Test("output that cannot be written is 9, and a failure that counts for more keeps its code")
    func closedPipe() async {
        var world = World()
        world.outputFailure = "Broken pipe"
        world.answers.run = Sample.run([Sample.keyspace("shop")])
        let done = await world.run("migrate")
        #expect(done.status == 9)
        #expect(
            done.errors == """
                error[output-failed]: standard output could not be written: Broken pipe
                   = help: the command itself came to its end: see 'cqlmig status'

                """)
        #expect(await world.run("pending").status == 9)
        #expect(await world.run("--help").status == 9)
        #expect(await world.run("--version").status == 9)
        world.answers.failure = MigrationError(.statementFailed, "V002__b.cql stopped")
        let failed = await world.run("migrate", "--json")
        #expect(failed.status == 5)
        #expect(failed.errors.hasPrefix("error[statement-failed]: V002__b.cql stopped\n"))
    }

    @Test("a bug is 9 and says how to report it")
    func bug() {
        let failure = CommandFailure.bug("the table is empty")
        #expect(failure.exit.status == 9)
        #expect(
            failure.complaints.map { $0.text(.plain) } == [
                """
                error[bug]: this should not be possible: the table is empty
                   = help: this is a mistake in cqlmig: please report it, with this message, the command line and what \
                'cqlmig --version' says

                """
            ])
    }

    @Test("every reason for a new script not to be made has its code")
    func newScripts() throws {
        let full = FileSystemError(.create, "migrations/V001__a.cql", .noSpace, text: "No space left on device")
        #expect(ExitCode(NewScriptError(.notWritten(full, remaining: []))) == .local)
        #expect(ExitCode(NewScriptError(.clock)) == .local)
        #expect(ExitCode(NewScriptError(.emptyDescription(""))) == .usage)
        #expect(ExitCode(NewScriptError(.mixedStyles(prefixed: "a", plain: "b"))) == .usage)
    }
}
