import Testing

@testable import CQLLint

@Suite struct UnterminatedLiteralTests {
    @Test("a quote without its partner is found where it opens")
    func found() {
        expectFindings(of: .unterminatedLiteral, in: "INSERT INTO t (v) VALUES («'»oops);")
        expectFindings(of: .unterminatedLiteral, in: "CREATE TABLE «\"»t (id int PRIMARY KEY);")
        expectFindings(of: .unterminatedLiteral, in: "«/*» DROP TABLE t;")
        expectFindings(of: .unterminatedLiteral, in: "SELECT «$$»x FROM t;")
    }

    @Test("closed ones are not")
    func silent() {
        expectFindings(of: .unterminatedLiteral, in: "INSERT INTO t (v) VALUES ('it''s');")
        expectFindings(of: .unterminatedLiteral, in: "/* ok */ USE a;")
    }
}
