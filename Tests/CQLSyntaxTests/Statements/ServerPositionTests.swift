import CQLSyntax
import Testing

@Suite struct ServerPositionTests {
    struct Vector: CustomTestStringConvertible {
        let line: Int
        let column: Int
        let marked: String

        init(_ line: Int, _ column: Int, _ marked: String) {
            self.line = line
            self.column = column
            self.marked = marked
        }

        var testDescription: String { "line \(line):\(column) of \(marked.debugDescription)" }
    }

    /// Positions as Cassandra 5.0.9 gave them for the marked statements.
    static let vectors = [
        Vector(2, 5, "-- first\n«SELECT 'é😀' FROM t WHERE\r\n  x =«= 1»»;"),
        Vector(1, 12, "\u{FEFF}USE k;\n«SELECT '😀' «FRM t»»;"),
        Vector(2, 7, "«CREATE TABLE a (\r  id int,\r\n\tv txt «primry key)»»"),
        Vector(2, 13, "«SELECT /* 😀\n */ SELECT x «y FROM t»»;"),
        Vector(0, -1, "«SELECT * FROM t WHERE«»»; -- end"),
        Vector(9, 0, "«SELECT 1«»»;\n\n\n\n\n\n\n\n\n\n"),
        Vector(1, 99, "«SELECT 1«»»;\nSELECT 2;"),
        Vector(1, 0, "DROP TABLE a; /* é */ ««SELECT 2»»;"),
    ]

    @Test("a position in a server's error leads back to the file", arguments: vectors)
    func position(_ vector: Vector) throws {
        let marked = MarkedText(vector.marked)
        let script = ParsedScript(marked.source)
        let statement = try #require(script.up.first { $0.range == marked.ranges[0] })
        #expect(statement.offset(ofServerLine: vector.line, column: vector.column) == marked.ranges[1].lowerBound)
    }
}
