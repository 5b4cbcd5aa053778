import ArgumentParsing
import Testing

@testable import CqlmigCommands

/// Everything that is wrong with a command line ends with 2 and says so, in text and in JSON.
@Suite struct UsageTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let code: String
        let message: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ line: String, _ code: String, _ message: String) {
            arguments = line.split(separator: " ").map(String.init)
            self.code = code
            self.message = message
        }
    }

    static let cases = [
        Case("statsu", "unknown-command", "unknown command 'statsu'; did you mean 'status'?"),
        Case("status --kyspace a", "unknown-option", "unknown option --kyspace; did you mean --keyspace?"),
        Case("status extra", "unexpected-argument", "unexpected argument 'extra': status takes no arguments"),
        Case("new", "missing-argument", "new needs DESCRIPTION: a few words, such as \"add users\""),
        Case("new a --version", "missing-value", "--version needs a value: --version V"),
        Case("new a --version 1 --timestamp", "exclusive-options", "--version and --timestamp exclude each other"),
        Case(
            "new a --version x", "invalid-value",
            "--version: `x` is not a version: `x` is not a number of the digits 0 to 9."),
        Case(
            "migrate --target 1..2", "invalid-value",
            "--target: `1..2` is not a version: a number is missing at a `.` or `_`, or on one side of it."),
        Case(
            "migrate --allow chnged", "invalid-choice",
            "--allow must be changed, missing, out-of-order, node-down or mixed-release, not 'chnged'; did you mean "
                + "changed?"),
        Case("rollback --steps -1", "invalid-value", "--steps must be of at least 1, not -1"),
        Case("rollback --steps 0", "invalid-value", "--steps must be of at least 1, not 0"),
        Case(
            "rollback --steps abc", "invalid-value", "--steps must be a whole number of at least 1, not 'abc'"),
        Case("rollback --steps 1 --to 3", "exclusive-options", "--steps and --to exclude each other"),
        Case("baseline", "missing-argument", "baseline needs VERSION: the last version that is there already"),
        Case(
            "baseline v1", "invalid-value",
            "VERSION: `v1` is not a version: `v1` is not a number of the digits 0 to 9."),
        Case("history --limit 0", "invalid-value", "--limit must be of at least 1, not 0"),
        Case(
            "history --since soon", "invalid-value",
            "--since must be a day, a time (UTC) or a duration, not 'soon'"),
        Case(
            "history --since 2026-02-30", "invalid-value",
            "--since must be a day, a time (UTC) or a duration, not '2026-02-30'"),
        Case(
            "history --kind script-aplied", "invalid-choice",
            "--kind must be initialised, run-started, run-ended, run-failed, lock-acquired, lock-released, "
                + "lock-force-released, script-started, script-applied, script-failed, script-skipped, "
                + "statement-intended, statement-outcome, statement-resolved, rolled-back, baselined, repaired, imported or "
                + "replication-seen, not 'script-aplied'; did you mean script-applied?"),
        Case(
            "repair", "missing-value", "repair needs to be told what to do: --list, --script or --release-lock"),
        Case("repair --list --release-lock", "exclusive-options", "--list and --release-lock exclude each other"),
        Case("repair --script a", "missing-value", "--script needs an answer: --applied or --retry"),
        Case(
            "repair --script a --applied --retry", "exclusive-options", "--applied and --retry exclude each other"),
        Case("repair --list --applied", "exclusive-options", "--applied means nothing without --script"),
        Case("repair --list --force", "exclusive-options", "--force means nothing without --release-lock"),
        Case(
            "repair --list --reason x", "exclusive-options",
            "--reason means nothing without --script or --release-lock"),
        Case("repair --script a --retry --force", "exclusive-options", "--force means nothing without --release-lock"),
        Case("repair --script a --statement 0 --retry", "invalid-value", "--statement must be of at least 1, not 0"),
        Case("config", "unknown-command", "'config' is only the beginning of a command: 'config show'"),
        // What a later release has.
        Case("--json verify", "unsupported-command", "the command verify is not part of this release"),
        Case("migrate --tls", "unsupported-option", "--tls is not supported by this release"),
        Case("--tls-ca=ca.pem status", "unsupported-option", "--tls-ca is not supported by this release"),
        Case(
            "status --secure-connect-bundle b.zip", "unsupported-option",
            "--secure-connect-bundle is not supported by this release"),
        Case("migrate --plan p.json", "unsupported-option", "--plan is not supported by this release"),
        Case(
            "migrate --allow changed,destructive", "unsupported-option",
            "--allow destructive is not supported by this release"),
        Case(
            "migrate --allow=destructive", "unsupported-option", "--allow destructive is not supported by this release"),
        Case("rollback --tag x", "unsupported-option", "--tag is not supported by this release"),
        Case("rollback --allow later", "unsupported-option", "--allow later is not supported by this release"),
        Case("history --follow", "unsupported-option", "--follow is not supported by this release"),
        Case("repair --checksums", "unsupported-option", "--checksums is not supported by this release"),
        Case(
            "baseline 7 --generate", "unexpected-argument",
            "baseline --generate writes a version of its own, and takes no VERSION"),
        Case("baseline 7 --mark", "invalid-value", "--mark needs --generate"),
        Case("diff --from keyspace:", "invalid-value", "--from keyspace: names nothing"),
        Case(
            "diff --release 2.2", "invalid-choice", "--release must be 3.11, 4.0, 4.1, 5.0 or 6.0, not '2.2'"),
        Case("new x --diff", "invalid-value", "--diff needs the schema to reach"),
        Case("new x --to schema.cql", "invalid-value", "--to needs --diff"),
        Case(
            "new a --repeatable", "unsupported-option",
            "--repeatable is not supported by this release: its 'migrate' refuses repeatable scripts"),
        Case(
            "new a --always", "unsupported-option",
            "--always is not supported by this release: its 'migrate' refuses always scripts"),
    ]

    @Test(
        "a wrong command line is exit code 2 with a code and a sentence, and the engine is not called", arguments: cases
    )
    func text(_ wrong: Case) async {
        let ending = await World().run(wrong.arguments.filter { $0 != "--json" })
        #expect(ending.status == 2)
        #expect(ending.output == "")
        #expect(ending.errors.split(separator: "\n").first.map(String.init) == "error[\(wrong.code)]: \(wrong.message)")
        #expect(ending.calls == [])
    }

    @Test("with --json a wrong command line is one document on standard output", arguments: cases)
    func json(_ wrong: Case) async {
        let ending = await World().run(wrong.arguments.filter { $0 != "--json" } + ["--json"])
        #expect(ending.status == 2)
        #expect(ending.errors == "")
        #expect(ending.output.contains("\"code\": \"\(wrong.code)\""))
        #expect(ending.output.hasPrefix("{\n  \"schema_version\": 1,\n  \"command\": "))
        #expect(ending.output.contains("\"ok\": false,\n  \"exit\": 2,\n  \"data\": null,"))
        #expect(ending.output.hasSuffix("\"warnings\": []\n}\n"))
    }

    @Test("no command at all shows the help on standard error")
    func nothing() async {
        let ending = await World().run()
        #expect(ending.status == 2)
        #expect(ending.output == "")
        #expect(ending.errors.hasPrefix("cqlmig: changes the schema"))
    }

    @Test("no command with --json is a document without a command")
    func nothingJSON() async {
        let ending = await World().run("--json")
        #expect(ending.status == 2)
        #expect(
            ending.output == """
                {
                  "schema_version": 1,
                  "command": null,
                  "ok": false,
                  "exit": 2,
                  "data": null,
                  "errors": [
                    {
                      "code": "missing-command",
                      "message": "no command is given",
                      "hint": "cqlmig --help lists the commands",
                      "file": null,
                      "line": null,
                      "column": null,
                      "notes": []
                    }
                  ],
                  "warnings": []
                }

                """)
    }

    @Test("the table of the command line has no fault")
    func faults() {
        #expect(CommandTable.definition.faults == [])
    }

    @Test("help and version go to standard output, and nothing is read for them")
    func help() async {
        var world = World()
        world.project = MemoryProject(["cqlmig.yml": "not: [valid"])
        #expect(await world.run("--version") == .init(status: 0, output: "cqlmig 0.1.0\n", errors: ""))
        let help = await world.run("migrate", "--help")
        #expect(help.status == 0)
        #expect(help.output.hasPrefix("cqlmig migrate: Apply what is pending\n\nExamples\n  cqlmig migrate\n"))
        for later in ["--tls", "--plan", "destructive", "--secure"] {
            #expect(!help.output.contains(later))
        }
        #expect(await world.run("help", "status").output == world.run("status", "-h").output)
    }
}
