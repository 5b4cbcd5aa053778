import CQLSyntax
import Testing

/// Names and operators whose place decides how they are written.
@Suite struct RenderingTests {
    static let statements: [(String, String)] = [
        ("SELECT \"json\" FROM t", "SELECT \"json\" FROM t"),
        ("SELECT \"ttl\"(a), \"expr\"(a), \"count\"(a) FROM t", "SELECT \"ttl\"(a), \"expr\"(a), count(a) FROM t"),
        ("SELECT - - a, a - -1 FROM t", "SELECT - - a, a - -1 FROM t"),
        ("SELECT 1 .a FROM t", "SELECT 1 .a FROM t"),
        ("CREATE TYPE \"byte\" (a \"int\")", "CREATE TYPE \"byte\" (a \"int\")"),
        ("CREATE TABLE t (a Byte)", "CREATE TABLE t (a \"byte\")"),
        ("create table T (A Int primary key)", "CREATE TABLE t (a int PRIMARY KEY)"),
        ("INSERT INTO t (a) VALUES ($$it's$$)", "INSERT INTO t (a) VALUES ('it''s')"),
        ("DESCRIBE \"tables\".\"Cluster\"", "DESCRIBE \"tables\".\"Cluster\""),
        ("UPDATE t SET a = a - 1 WHERE k = 1", "UPDATE t SET a -= 1 WHERE k = 1"),
        ("DELETE FROM t WHERE a = 1;", "DELETE FROM t WHERE a = 1"),
    ]

    @Test("a statement is rendered on one line, with as few quotes as every release allows", arguments: statements)
    func rendered(_ text: String, _ expected: String) throws {
        let tree = try StatementTree(parsing: text)
        #expect(tree.description == expected)
        #expect(try StatementTree(parsing: expected) == tree)
    }

    @Test("operators in a tree that no text gives are grouped by brackets")
    func groups() {
        let sum = Term.arithmetic(.integer("1"), .add, .integer("2"))
        #expect(Term.arithmetic(sum, .multiply, .integer("3")).description == "(1 + 2) * 3")
        #expect(Term.arithmetic(.integer("3"), .subtract, sum).description == "3 - (1 + 2)")
        #expect(Term.arithmetic(sum, .subtract, .integer("3")).description == "1 + 2 - 3")
        #expect(Term.negated(sum).description == "- (1 + 2)")
    }

    @Test("types are rendered as CQL")
    func types() {
        let type = TypeExpression.map(
            .native(.text), .frozen(.tuple([.userDefined("k.list"), .vector(.native(.int), dimension: 2)])))
        #expect(type.description == "map<text, frozen<tuple<k.list, vector<int, 2>>>>")
        #expect(TypeExpression.custom("it's").description == "'it''s'")
    }
}
