import Testing

@testable import CQLSyntax

/// One reader for all statements of a text.
@Suite struct TreeReaderTests {
    private static let text = """
        CREATE TABLE t (id int PRIMARY KEY, "Q" text);
        SELECT * FROM t WHERE ((((a = ?;
        BEGIN TRANSACTION LET x = (SELECT * FROM t WHERE id = 0 LIMIT 1); COMMIT TRANSACTION;
        INSERT INTO t (id, v) VALUES (?, ?);
        UPDATE t SET v = -nn WHERE id = 1;
        DELETE FROM t WHERE id = -1;
        ;
        DROP TABLE t
        """

    /// What a statement is by itself; the text of the error where it is none.
    private func alone(_ statement: Statement) -> String {
        do throws(SyntaxError) { return "\(try statement.tree())" } catch { return "\(error)" }
    }

    private func next(_ statement: Statement, _ reader: inout TreeReader) -> String {
        do throws(SyntaxError) { return "\(try reader.tree(of: statement))" } catch { return "\(error)" }
    }

    @Test("nothing of a statement stays for the next one, not of one that cannot be read either")
    func sameText() throws {
        let lexed = LexedText(SourceText(name: "t", text: Self.text))
        let statements = lexed.statements().statements
        try #require(statements.count == 7)
        var reader = TreeReader(lexed)
        for statement in statements { #expect(next(statement, &reader) == alone(statement)) }
        for statement in statements.reversed() { #expect(next(statement, &reader) == alone(statement)) }
    }

    @Test("statements of another text are read in theirs")
    func otherText() throws {
        let first = LexedText(SourceText(name: "t", text: Self.text))
        let second = LexedText(SourceText(name: "u", text: "TRUNCATE one; USE \"Two\"; " + Self.text))
        var reader = TreeReader(first)
        for (one, other) in zip(first.statements().statements, second.statements().statements) {
            #expect(next(other, &reader) == alone(other))
            #expect(next(one, &reader) == alone(one))
        }
    }
}
