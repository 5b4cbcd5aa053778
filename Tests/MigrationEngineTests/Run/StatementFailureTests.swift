import CQLClient
import CQLSyntax
import MigrationLog
import MigrationScripts
import Testing

@testable import MigrationEngine

@Suite struct StatementFailureTests {
    private let text = """
        -- what it is for
        CREATE TABLE a (k int PRIMARY KEY);
        CREATE TABLE b (
            k int PRIMARY KEY,
            "é" text, v vektor
        );
        CREATE ROLE app WITH PASSWORD = 'hunter2!' AND LOGIN = true;
        INSERT INTO a (k) VALUES (1);
        -- @down
        DROP TABLE b;
        """

    /// The error of a statement of the script, or of its undo.
    private func failure(
        _ number: Int, _ error: ClientError, isUndo: Bool = false
    ) throws -> MigrationError {
        let scripts = try ScriptSet.folder(["V4__s.cql": text])
        let script = try scripts.script("4")
        let statements = try ScriptStatement.list(
            isUndo ? try #require(scripts.undo(of: script)).statements() : script.parsed().up)
        let planned = PlannedScript(
            script: script, direction: isUndo ? .undo : .up, path: script.path, statements: statements, start: 1,
            checksum: script.checksum, reason: .pending)
        return StatementFailure(statement: statements[number - 1], planned: planned, error: error).error
    }

    private func rejected(_ code: ServerErrorCode, _ message: String) -> ClientError {
        ClientError(.server(ServerError(code, message)), node: "10.0.0.1:9042", outcome: .rejected)
    }

    // MARK: What is known

    @Test("a refusal says which statement, what the server said, what is done, and what to do")
    func refused() throws {
        let error = try failure(2, rejected(.invalid, "Unknown type app.vektor"))
        #expect(error.code == .statementFailed)
        #expect(error.outcome == .rejected)
        #expect(error.message == "V4__s.cql stopped at statement 2 of 4: Unknown type app.vektor")
        #expect(error.hint == "correct statement 2 and run `cqlmig migrate`: it goes on there")
        #expect(
            error.notes == [
                "the server answered \(ServerErrorCode.invalid)",
                "statements: 1 done, 2 rejected, 3-4 not run; this is recorded and the lock is released",
            ])
    }

    @Test("of an undo the command is the other one")
    func refusedUndo() throws {
        let error = try failure(1, rejected(.invalid, "Table doesn't exist"), isUndo: true)
        #expect(error.hint == "correct statement 1 and run `cqlmig rollback`: it goes on there")
        #expect(error.notes.last == "statements: 1 rejected; this is recorded and the lock is released")
    }

    struct States: CustomTestStringConvertible, Sendable {
        let number: Int
        let text: String
        var testDescription: String { "statement \(number)" }

        static let all = [
            States(number: 1, text: "1 unknown, 2-4 not run"),
            States(number: 2, text: "1 done, 2 unknown, 3-4 not run"),
            States(number: 3, text: "1-2 done, 3 unknown, 4 not run"), States(number: 4, text: "1-3 done, 4 unknown"),
        ]
    }

    @Test("an unknown outcome gives the command that answers it", arguments: States.all)
    func unknown(states: States) throws {
        let error = try failure(
            states.number,
            ClientError(.timedOut(after: .seconds(60)), node: "10.0.0.1:9042", outcome: .unknown))
        #expect(error.code == .outcomeUnknown)
        #expect(error.outcome == .unknown)
        #expect(
            error.message == "nobody knows whether statement \(states.number) of V4__s.cql took effect: "
                + "10.0.0.1:9042: no answer within 60.0 seconds")
        #expect(
            error.hint == "look at the schema, then say what holds: cqlmig repair --script V4__s.cql "
                + "--statement \(states.number) --applied, or cqlmig repair --script V4__s.cql "
                + "--statement \(states.number) --retry")
        #expect(
            error.notes == ["statements: \(states.text); this is recorded and the lock is released"])
    }

    @Test("a statement that was not sent is a matter of the connection")
    func notSent() throws {
        let error = try failure(
            3, ClientError(.connection(.lost(nil)), node: "10.0.0.1:9042", outcome: .notSent))
        #expect(error.code == .cannotConnect)
        #expect(error.outcome == .notSent)
        #expect(
            error.message
                == "statement 3 of V4__s.cql was not sent: 10.0.0.1:9042: the node closed the connection")
    }

    // MARK: Where

    @Test("without a position the whole statement is the place")
    func wholeStatement() throws {
        let place = try #require(try failure(2, rejected(.invalid, "Unknown type app.vektor")).place)
        #expect(place.file == "migrations/V4__s.cql")
        #expect("\(place.start)" == "3:1")
        #expect("\(place.end)" == "6:2")
        #expect(place.line == "CREATE TABLE b (")
    }

    @Test("a position of the server's parser is one in the file, characters counted and not bytes")
    func position() throws {
        let error = try failure(
            2,
            rejected(.syntaxError, "line 3:16 no viable alternative at input 'vektor' (...\"é\" text, v [vektor]...)"))
        let place = try #require(error.place)
        #expect("\(place.start)" == "5:17")
        #expect("\(place.end)" == "5:18")
        #expect(place.line == "    \"é\" text, v vektor")
        #expect(error.message.hasPrefix("V4__s.cql stopped at statement 2 of 4: line 3:16 no viable"))
    }

    @Test(
        "a position outside of the statement is its end, or its line's",
        arguments: [("line 0:-1 mismatched input '<EOF>'", "6:2"), ("line 99:3 x", "6:2"), ("line 1:99 x", "3:17")])
    func positionOutside(message: String, start: String) throws {
        let place = try #require(try failure(2, rejected(.syntaxError, message)).place)
        #expect("\(place.start)" == start)
    }

    @Test(
        "words that only look like a position are none",
        arguments: ["line 1 of 3 is odd", "line x:y", "line", "lines 1:2"])
    func noPosition(message: String) throws {
        let place = try #require(try failure(2, rejected(.syntaxError, message)).place)
        #expect("\(place.start)" == "3:1")
    }

    // MARK: Secrets

    @Test("the password of a statement is shown nowhere, whatever the server repeats")
    func passwords() throws {
        let message =
            "line 1:32 mismatched input 'hunter2!' expecting '=' (CREATE ROLE app WITH PASSWORD ['hunter2!']...)"
        let error = try failure(3, rejected(.syntaxError, message))
        let shown = "\(error) \(error.hint ?? "") \(error.notes) \(error.place?.line ?? "")"
        #expect(!shown.contains("hunter2"))
        #expect(shown.contains("********"))
        #expect(error.message.hasPrefix("V4__s.cql stopped at statement 3 of 4: line 1:32 mismatched input"))
    }

    @Test("nor is it in what is said of a connection")
    func passwordsInOtherErrors() throws {
        let error = try failure(
            3, ClientError(.server(ServerError(.serverError, "cannot hash hunter2!")), outcome: .unknown))
        #expect(!error.message.contains("hunter2"))
    }
}
