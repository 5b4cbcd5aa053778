import Testing

@testable import CQLLint

@Suite struct ManyDdlTests {
    private static func tables(_ count: Int, marked: Int? = nil) -> String {
        (1...count).map { number in
            let statement = "CREATE TABLE IF NOT EXISTS t\(number) (id int PRIMARY KEY)"
            return number == marked ? "«\(statement)»;" : "\(statement);"
        }.joined(separator: "\n")
    }

    @Test("the first change of the schema that is one too many")
    func found() {
        expectFindings(
            of: .manyDdl, in: Self.tables(23, marked: 21),
            ["The script has 23 statements that change the schema: 23 places where it can stop half done."])
    }

    @Test("twenty are not too many, and neither are rows")
    func silent() {
        expectFindings(of: .manyDdl, in: Self.tables(20))
        expectFindings(of: .manyDdl, in: String(repeating: "INSERT INTO t (id) VALUES (1);\n", count: 30))
        expectFindings(of: .manyDdl, in: Self.tables(11) + "\n-- @down\n" + Self.tables(11))
    }
}
