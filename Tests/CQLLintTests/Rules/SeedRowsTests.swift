import Testing

@testable import CQLLint

@Suite struct SeedRowsTests {
    private static func rows(_ count: Int, marked: Int? = nil) -> String {
        (1...count).map { number in
            let statement = "INSERT INTO t (id) VALUES (\(number))"
            return number == marked ? "«\(statement)»;" : "\(statement);"
        }.joined(separator: "\n")
    }

    @Test("the first row that is one too many")
    func found() {
        expectFindings(
            of: .seedRows, in: Self.rows(102, marked: 101),
            ["The script has 102 INSERT statements, each of them a step of its own."])
    }

    @Test("a hundred rows are not too many, and neither are those of what takes back")
    func silent() {
        expectFindings(of: .seedRows, in: Self.rows(100))
        expectFindings(of: .seedRows, in: "DELETE FROM t WHERE id = 1;\n-- @down\n" + Self.rows(101))
    }
}
