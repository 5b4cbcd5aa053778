import CQLSyntax
import Testing

/// Statements that nobody writes.
@Suite struct HostileStatementTests {
    /// A part that is repeated between two others.
    struct Repetition: CustomTestStringConvertible {
        let head: String
        let part: String
        let tail: String

        init(_ head: String, _ part: String, _ tail: String = "") {
            self.head = head
            self.part = part
            self.tail = tail
        }

        var testDescription: String { "\(head)\(part)…\(tail)" }

        func text(_ count: Int) -> String { head + String(repeating: part, count: count) + tail }
    }

    static let nested: [Repetition] = [
        Repetition("INSERT INTO t (a) VALUES (", "["),
        Repetition("INSERT INTO t (a) VALUES (", "("),
        Repetition("INSERT INTO t (a) VALUES (", "{a: "),
        Repetition("INSERT INTO t (a) VALUES (", "f("),
        Repetition("INSERT INTO t (a) VALUES (", "(int) ", "1)"),
        Repetition("INSERT INTO t (a) VALUES (", "cast("),
        Repetition("SELECT ", "(", " FROM t"),
        Repetition("SELECT ", "- ", "a FROM t"),
        Repetition("SELECT ", "(a) ", "FROM t"),
        Repetition("SELECT ", "(a)(", " FROM t"),
        Repetition("SELECT ", "{a: ", "FROM t"),
        Repetition("SELECT JSON ", "[", " FROM t"),
        Repetition("SELECT ", "f(a, ", "FROM t"),
        Repetition("SELECT * FROM t WHERE ", "(", "a = 1"),
        Repetition("CREATE TABLE t (a ", "list<", "int"),
    ]

    static let chained: [Repetition] = [
        Repetition("SELECT a", " + a", " FROM t"),
        Repetition("SELECT a", " * a", " FROM t"),
        Repetition("SELECT a", ".b", " FROM t"),
        Repetition("SELECT a", "[1]", " FROM t"),
        Repetition("INSERT INTO t (a) VALUES (1", " + 1", ")"),
        Repetition("INSERT INTO t (a) VALUES (1", " % 1", ")"),
    ]

    @Test("what nests too deeply is refused, and says so", arguments: nested + chained)
    func deep(_ repetition: Repetition) throws {
        // Without a limit the smaller number would overflow any stack as well.
        let text = repetition.text(Thoroughness.isFull ? 100_000 : 20_000)
        let error = try #require(throws: SyntaxError.self) { try StatementTree(parsing: text) }
        #expect(error.diagnostic.code == .nesting)
    }

    @Test("what nests as deep as is allowed is read, compared, hashed and rendered")
    func allowed() throws {
        let list = String(repeating: "[", count: 95) + "1" + String(repeating: "]", count: 95)
        let sum = "1" + String(repeating: " + 1", count: 500)
        for value in [list, sum] {
            let tree = try StatementTree(parsing: "INSERT INTO t (a) VALUES (\(value))")
            #expect(tree.description == "INSERT INTO t (a) VALUES (\(value))")
            #expect(Set([tree, try StatementTree(parsing: tree.description)]).count == 1)
        }
    }

    @Test("a statement of a megabyte is read")
    func large() throws {
        let count = Thoroughness.isFull ? 40_000 : 10_000
        let columns = (0..<count).map { "column_\($0) int" }.joined(separator: ", ")
        guard case .createTable(let table) = try StatementTree(parsing: "CREATE TABLE t (\(columns))") else {
            Issue.record("not a CREATE TABLE")
            return
        }
        #expect(table.columns.count == count)
        let values = String(repeating: "1, ", count: 300_000)
        _ = try StatementTree(parsing: "SELECT * FROM t WHERE a IN (\(values)1)")
        let sets = (0..<count).map { "c\($0) = 1" }.joined(separator: ", ")
        _ = try StatementTree(parsing: "UPDATE t SET \(sets) WHERE k = 1")
    }

    @Test("a statement that is cut anywhere is refused or read, and an error lies inside of it")
    func cut() throws {
        let lines = try TestFiles.text("Corpus/statements.tsv").split(separator: "\n")
        for index in stride(from: 0, to: lines.count, by: Thoroughness.isFull ? 10 : 40) {
            let bytes = Array(lines[index].utf8.dropFirst(5))
            for length in 0...bytes.count {
                let source = SourceText(name: "cut", bytes: Array(bytes[..<length]))
                for statement in LexedText(source).statements().statements {
                    guard let range = refusedRange(of: statement) else { continue }
                    guard range.lowerBound < statement.range.lowerBound || range.upperBound > length else { continue }
                    Issue.record("\(statement.text): \(range)")
                }
            }
        }
    }

    private func refusedRange(of statement: Statement) -> Range<Int>? {
        do {
            _ = try statement.tree()
            return nil
        } catch {
            return error.diagnostic.range
        }
    }
}
