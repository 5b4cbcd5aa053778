import CQLSyntax
import Testing

@Suite struct MisspellingsTests {
    struct Vector: CustomTestStringConvertible {
        /// The statement, each word that is wrong in it between `«` and `»`.
        let marked: String
        let messages: [String]

        init(_ marked: String, _ messages: String...) {
            self.marked = marked
            self.messages = messages
        }

        var testDescription: String { marked }
    }

    static let vectors = [
        Vector(
            "CREATE TABLE t (k «itn» PRIMARY KEY, v list<«txet»>) WITH «commnet» = 'x' AND «gc_grace_second» = 5",
            "There is no type `itn`, did you mean `int`?", "There is no type `txet`, did you mean `text`?",
            "Unknown table option `commnet`, did you mean `comment`?",
            "Unknown table option `gc_grace_second`, did you mean `gc_grace_seconds`?"),
        Vector("CREATE TABLE t (k int PRIMARY KEY, a address, b frozen<known>)"),
        Vector(
            "ALTER TABLE t WITH «nothing_like_it» = 1 AND caching = {'keys': 'ALL'}",
            "Unknown table option `nothing_like_it`."),
        Vector("ALTER TABLE t ADD v «timestmap»", "There is no type `timestmap`, did you mean `timestamp`?"),
        Vector(
            "CREATE KEYSPACE k WITH «repliaction» = {'class': 'SimpleStrategy'}",
            "Unknown keyspace option `repliaction`, did you mean `replication`?"),
        Vector("CREATE TYPE u (a «bigit»)", "There is no type `bigit`, did you mean `bigint`?"),
        // A type of the keyspace may be called like a slip of the pen.
        Vector("CREATE TABLE t (k int PRIMARY KEY, v txt)"),
    ]

    @Test("words that no server knows are found at their places", arguments: vectors)
    func misspelling(_ vector: Vector) throws {
        let marked = MarkedText(vector.marked)
        let tree = try StatementTree(parsing: String(decoding: marked.source.bytes, as: UTF8.self))
        let found = tree.misspellings(types: ["known", "txt"])
        #expect(found.map(\.message) == vector.messages)
        #expect(found.map(\.range) == marked.ranges)
    }

    @Test("each statement of a file that cannot be read has an error of its own")
    func several() throws {
        let marked = MarkedText(
            """
            «CRATE» TABLE a (k int PRIMARY KEY);
            CREATE TABLE b (k int PRIMARY KEY);
            CREATE «TABEL» c (k int PRIMARY KEY);
            ALTER TABLE b «MDDADD» v int;
            CREATE TABLE d (k int PRIMARY «KYE»);
            INSERT INTO b (k) VALUES (1);
            """)
        var errors: [Diagnostic] = []
        for statement in LexedText(marked.source).statements().statements {
            do throws(SyntaxError) { _ = try statement.tree() } catch { errors.append(error.diagnostic) }
        }
        #expect(errors.map(\.range) == marked.ranges)
        #expect(
            errors.map(\.message) == [
                "No statement begins with `CRATE`.", "Unknown `CREATE` sub-command `TABEL`, did you mean `TABLE`?",
                "Unknown `ALTER TABLE` sub-command `MDDADD`, did you mean `ADD`?",
                "Expected `KEY` but found `KYE`.",
            ])
        #expect(errors.first?.hint == "Did you mean `CREATE`?")
    }
}
