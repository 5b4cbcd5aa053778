import Testing

@testable import CQLLint

@Suite struct LimitsTests {
    private static func columns(_ count: Int) -> String { (1...count).map { "c\($0) int" }.joined(separator: ", ") }

    @Test("a table with too many columns, at once or one by one")
    func columns() {
        expectFindings(of: .limits, in: "CREATE TABLE «t» (id int PRIMARY KEY, \(Self.columns(100)));")
        expectFindings(
            of: .limits, in: "ALTER TABLE «t» ADD (a int, b int);",
            others: ["V1__a.cql": "CREATE TABLE t (id int PRIMARY KEY, \(Self.columns(98)));"])
        expectFindings(of: .limits, in: "CREATE TABLE t (id int PRIMARY KEY, \(Self.columns(99)));")
    }

    @Test("a type with too many fields, a table with too many indexes")
    func fieldsAndIndexes() {
        expectFindings(of: .limits, in: "CREATE TYPE «t» (\(Self.columns(61)));")
        let indexes = (1...10).map { "CREATE INDEX i\($0) ON t (c\($0));" }.joined(separator: "\n")
        let table = "CREATE TABLE t (id int PRIMARY KEY, \(Self.columns(11)));\n"
        expectFindings(of: .limits, in: table + indexes)
        expectFindings(of: .limits, in: table + indexes + "\nCREATE INDEX j ON «t» (c11);")
    }

    @Test("a folder with too many tables, once")
    func tables() {
        func tables(_ numbers: ClosedRange<Int>) -> String {
            numbers.map { "CREATE TABLE t\($0) (id int PRIMARY KEY);" }.joined(separator: "\n")
        }
        expectFindings(of: .limits, in: tables(151...201), ofFile: 1, others: ["V1__a.cql": tables(1...150)])
        expectFindings(of: .limits, in: tables(151...200), others: ["V1__a.cql": tables(1...150)])
        expectFindings(of: .limits, in: "CREATE TABLE u (id int PRIMARY KEY);", others: ["V1__a.cql": tables(1...201)])
    }
}
