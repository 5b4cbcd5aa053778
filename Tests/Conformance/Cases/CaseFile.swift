import FoundationEssentials

/// A file of statements with what Cassandra answers to each.
///
/// Behind each statement stand lines that begin with `--> `: the answer of all releases, or, with releases and a colon
/// in front, of those. Further lines of an answer are indented.
public struct CaseFile: Sendable {
    /// The releases that have answered.
    public static let releases = ["3.11", "4.1", "5.0", "6.0"]

    /// Where it is.
    public let path: String
    /// Its name without the ending.
    public var name: String { String(path.split(separator: "/").last?.dropLast(4) ?? "") }
    /// Its statements.
    public internal(set) var steps: [CaseStep] = []
    private var tail: [String] = []

    /// The files of the suite, by name.
    public static func all() throws -> [CaseFile] {
        let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Files"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".cql") }
        return try names.sorted().map { try CaseFile(path: "\(folder)/\($0)") }
    }

    /// Reads a file.
    public init(path: String) throws {
        self.path = path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var before: [String] = []
        var answers: [String: [String]] = [:]
        var current: [String] = []
        var first = 1
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("--> ") {
                let content = line.dropFirst(4)
                if content.first != " " {
                    let (releases, answer) = Self.split(content)
                    current = releases
                    for release in releases { answers[release] = [answer] }
                } else {
                    for release in current { answers[release, default: []].append(String(content)) }
                }
                continue
            }
            if before.last?.last == ";" {
                steps.append(try CaseStep(lines: before, answers: answers, line: first))
                (before, answers, current, first) = ([], [:], [], index + 1)
            }
            if before.isEmpty, line.isEmpty { first = index + 2 } else { before.append(String(line)) }
        }
        if before.last?.last == ";" {
            steps.append(try CaseStep(lines: before, answers: answers, line: first))
        } else {
            tail = before
        }
    }

    private static func split(_ content: Substring) -> ([String], String) {
        if let colon = content.firstIndex(of: ":") {
            let words = content[..<colon].split(separator: " ").map(String.init)
            if !words.isEmpty, words.allSatisfy(releases.contains) {
                return (words, String(content[content.index(after: colon)...].drop { $0 == " " }))
            }
        }
        return (releases, String(content))
    }

    /// The file with its answers: equal ones once, those of all releases without their names.
    public var text: String {
        var lines: [String] = []
        for step in steps {
            lines += step.lines
            var rest = Self.releases.filter { step.answers[$0] != nil }
            let expected = step.releases ?? Self.releases
            while let release = rest.first, let answer = step.answers[release] {
                let same = rest.filter { step.answers[$0] == answer }
                rest.removeAll(where: same.contains)
                let isAll = same == Self.releases.filter(expected.contains)
                let head = isAll ? "" : same.joined(separator: " ") + ": "
                lines.append("--> \(head)\(answer.first ?? "")")
                lines += answer.dropFirst().map { "--> \($0.first == " " ? "" : "  ")\($0)" }
            }
            lines.append("")
        }
        return (lines + tail).joined(separator: "\n")
    }
}
