import CQLWire
import FoundationEssentials

/// Asks a node everything that stands in a file.
public struct ConformanceRun {
    /// The file.
    public private(set) var file: CaseFile
    /// The release of the node: 3.11, 4.1, 5.0 or 6.0.
    let release: String

    /// Where a node answers otherwise than the file says.
    public struct Deviation: Sendable, CustomStringConvertible {
        /// The statement with its place.
        public let statement: String
        /// What the file says.
        public let expected: [String]
        /// What the node said.
        public let answer: [String]

        /// All of it, for a failing test.
        public var description: String {
            "\(statement)\nexpected:\n\(expected.joined(separator: "\n"))\nanswered:\n\(answer.joined(separator: "\n"))"
        }
    }

    /// A run of a file on a node.
    public init(_ file: CaseFile, release: String) {
        self.file = file
        self.release = release
    }

    /// The statements that are for this release.
    public var count: Int { file.steps.count { isMeant($0) } }

    private func isMeant(_ step: CaseStep) -> Bool { step.releases?.contains(release) != false }

    /// Asks everything in a new keyspace `conformance`, and gives where the answers differ.
    ///
    /// - Throws: `DialogueError` when the node does not answer at all.
    public mutating func deviations(on dialogue: WireDialogue) throws -> [Deviation] {
        var found: [Deviation] = []
        try prepareKeyspace(dialogue)
        for (index, step) in file.steps.enumerated() where isMeant(step) {
            let answer = Self.lines(try step.ask(dialogue))
            let expected = step.answers[release] ?? []
            if answer != expected {
                found.append(
                    Deviation(
                        statement: "\(file.name).cql:\(step.line): \(step.statement)", expected: expected,
                        answer: answer))
            }
            file.steps[index].answers[release] = answer
        }
        _ = try dialogue.ask(.query("DROP KEYSPACE IF EXISTS conformance", .init(consistency: .one)))
        return found
    }

    /// Writes what the node said into the file.
    public func record() throws {
        try Data(file.text.utf8).write(to: URL(filePath: file.path))
    }

    /// As they are read back: what follows the first line is indented.
    private static func lines(_ answer: [String]) -> [String] {
        answer.prefix(1) + answer.dropFirst().map { $0.first == " " ? $0 : "  \($0)" }
    }

    private func prepareKeyspace(_ dialogue: WireDialogue) throws {
        for cql in [
            "DROP KEYSPACE IF EXISTS conformance",
            "CREATE KEYSPACE conformance WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            "USE conformance",
        ] {
            let answer = try dialogue.ask(.query(cql, .init(consistency: .one)))
            if case .error(let error) = answer.message { throw DialogueError("\(cql): \(error)") }
        }
    }
}
