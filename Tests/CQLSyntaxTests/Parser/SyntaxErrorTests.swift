import CQLSyntax
import Testing

/// What is said of statements that cannot be read, and where.
@Suite struct SyntaxErrorTests {
    struct Refusal: CustomTestStringConvertible {
        /// The statement, what is wrong in it between `«` and `»`.
        let marked: String
        let message: String
        let hint: String?

        init(_ marked: String, _ message: String, hint: String? = nil) {
            self.marked = marked
            self.message = message
            self.hint = hint
        }

        var testDescription: String { marked }
    }

    static let refusals: [Refusal] = [
        Refusal(
            "ALTER TABLE t «MDDADD» a int",
            "Unknown `ALTER TABLE` sub-command `MDDADD`, did you mean `ADD`?",
            hint: "`ALTER TABLE` goes on with `ADD`, `DROP`, `RENAME`, `ALTER`, `WITH`."
        ),
        Refusal(
            "ALTER TABLE t «ADDD» a int",
            "Unknown `ALTER TABLE` sub-command `ADDD`, did you mean `ADD`?",
            hint: "`ALTER TABLE` goes on with `ADD`, `DROP`, `RENAME`, `ALTER`, `WITH`."
        ),
        Refusal(
            "ALTER TYPE t «RENMAE» a TO b",
            "Unknown `ALTER TYPE` sub-command `RENMAE`, did you mean `RENAME`?",
            hint: "`ALTER TYPE` goes on with `ADD`, `RENAME`, `ALTER`."
        ),
        Refusal(
            "DROP «TABEL» t",
            "Unknown `DROP` sub-command `TABEL`, did you mean `TABLE`?",
            hint: "`DROP` goes on with `KEYSPACE`, `TABLE`, `TYPE`, `INDEX`, `MATERIALIZED VIEW`, `FUNCTION`, "
                + "`AGGREGATE`, `TRIGGER`, `ROLE`, `USER`, `IDENTITY`."
        ),
        Refusal("«SELCT» * FROM t", "No statement begins with `SELCT`.", hint: "Did you mean `SELECT`?"),
        Refusal(
            "CREATE TABLE t (a int «b» int)",
            "Expected `,` or `)` but found `b`."
        ),
        Refusal("CREATE TABLE t (a int, b int«»", "Expected `,` or `)` but found the end of the statement."),
        Refusal(
            "CREATE TABLE t («order» int)",
            "Expected a column name or `PRIMARY KEY` but found `order`.",
            hint: "`order` is a word of the grammar; as a name write it `\"order\"`."
        ),
        Refusal(
            "CREATE TABLE t (a int PRIMARY KEY) «WTIH» comment = 'x'",
            "Expected the end of the statement but found `WTIH`."),
        Refusal("CREATE TABLE t (a map<int«>»)", "Expected `,` and the type of the map's values but found `>`."),
        Refusal("CREATE KEYSPACE k«»", "Expected `WITH` but found the end of the statement."),
        Refusal("CREATE KEYSPACE k «WIHT» a = 1", "Expected `WITH` but found `WIHT`.", hint: "Did you mean `WITH`?"),
        Refusal(
            "ALTER KEYSPACE k WITH a = «foo»",
            "Expected a value but found `foo`.",
            hint: "Text is written in single quotes."
        ),
        Refusal("CREATE TABLE t (a int) WITH a = 1 AND «a» = 2", "The property `a` is set twice."),
        Refusal("CREATE TABLE t (a int) WITH a = {'b': 1, «'b'»: 2}", "The key `b` stands twice in one map."),
        Refusal("CREATE TABLE t (a int, b int, «a» int)", "The column `a` is declared twice."),
        Refusal(
            "CREATE TABLE t (a int PRIMARY KEY, «PRIMARY» KEY (a))",
            "The table has a second `PRIMARY KEY` here; there is exactly one."
        ),
        Refusal(
            "SELECT a FROM t WHERE a = «b»", "Expected a value but found `b`.",
            hint: "Text is written in single quotes."),
        Refusal(
            "SELECT a FROM t WHERE a «LKIE» 'x'", "Expected a comparison such as `=` or `IN` but found `LKIE`.",
            hint: "Did you mean `LIKE`?"),
        Refusal("SELECT «FROM» t", "Expected a selector or `*` but found `FROM`."),
        Refusal("SELECT a FROM t LIMIT «'x'»", "Expected a whole number or a bind marker but found a string."),
        Refusal("INSERT INTO t «VALUES» (1)", "Expected `(` and the columns, or `JSON` but found `VALUES`."),
        Refusal(
            "UPDATE t SET a = 1, «a» = 2 WHERE k = 1",
            "The column is set twice in ways that exclude each other."
        ),
        Refusal(
            "UPDATE t SET a = «b» + 1 WHERE k = 1",
            "`a` can be computed from itself only, and not from `b`.",
            hint: "The forms are `c = c + value`, `c = c - value` and `c = value + c`."
        ),
        Refusal(
            "BEGIN BATCH «SELECT» * FROM t; APPLY BATCH",
            "Expected `INSERT`, `UPDATE`, `DELETE` or `APPLY BATCH` but found `SELECT`."
        ),
        Refusal("SELECT * FROM t; «SELECT» * FROM t", "Expected the end of the statement but found `SELECT`."),
        Refusal("SELECT * FROM t WHERE a = «'»x", "The string that begins here has no closing `'`."),
        Refusal("«»", "There is no statement here."),
        Refusal(
            "BEGIN TRANSACTION INSERT INTO t (k) VALUES (1) «COMMIT» TRANSACTION", "Expected `;` but found `COMMIT`."
        ),
        Refusal(
            "BEGIN TRANSACTION IF r.v = 1 THEN DELETE FROM t WHERE k = 1; «COMMIT» TRANSACTION",
            "Expected `INSERT`, `UPDATE`, `DELETE` or `END IF` but found `COMMIT`."
        ),
        Refusal(
            "BEGIN TRANSACTION LET «key» = (SELECT * FROM t); COMMIT TRANSACTION",
            "Expected a name without quotes that is no word of the language but found `key`."
        ),
    ]

    @Test("a statement that cannot be read is refused at the token where that shows", arguments: refusals)
    func refusal(_ refusal: Refusal) throws {
        let marked = MarkedText(refusal.marked)
        let text = String(decoding: marked.source.bytes, as: UTF8.self)
        let error = try #require(throws: SyntaxError.self) { try StatementTree(parsing: text) }
        #expect(error.diagnostic.message == refusal.message)
        #expect(error.diagnostic.hint == refusal.hint ?? error.diagnostic.hint)
        #expect(error.diagnostic.range == marked.ranges.last)
    }

    @Test("a statement of a script is refused at its place in the script")
    func inScript() throws {
        let marked = MarkedText("USE k;\n-- next\nCREATE TABLE t (a int «static static»);\nUSE l;")
        let statements = LexedText(marked.source).statements().statements
        try #require(statements.count == 3)
        let error = try #require(throws: SyntaxError.self) { try statements[1].tree() }
        #expect(error.diagnostic.message == "Expected `,` or `)` but found `static`.")
        let range = try #require(marked.ranges.first)
        #expect(error.diagnostic.range == (range.upperBound - 6)..<range.upperBound)
        #expect(try statements[2].tree() == .use("l"))
    }
}
