import CQLNode
import CQLSyntax
import CQLWire
import FoundationEssentials
import SchemaModel
import Testing

/// Statements with what a real server of a release answered to each, as `Recorded/record.py` writes them.
struct Recording: CustomTestStringConvertible, Sendable {
    let name: String
    let release: CassandraRelease

    var testDescription: String { "\(name) on \(release.rawValue)" }

    /// A statement with the lines that the server's answer makes.
    struct Step: Sendable {
        let line: Int
        let statement: String
        let answer: [String]
    }

    /// The statements of the file.
    func steps() throws -> [Step] {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let data = try Data(contentsOf: URL(filePath: "/\(folder)/Recorded/\(name).\(release.rawValue).recorded"))
        var steps: [Step] = []
        var statement: (line: Int, text: String)?
        var answer: [String] = []
        func finish() {
            if let statement { steps.append(Step(line: statement.line, statement: statement.text, answer: answer)) }
            answer = []
        }
        let text = String(decoding: data, as: UTF8.self)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: true).enumerated() {
            if line.hasPrefix("> ") {
                finish()
                statement = (index + 1, String(line.dropFirst(2)))
            } else if !line.hasPrefix("--") {
                answer.append(String(line))
            }
        }
        finish()
        return steps
    }
}
