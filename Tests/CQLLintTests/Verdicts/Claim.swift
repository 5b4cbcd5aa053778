import Foundation
import Testing

@testable import CQLLint

/// A statement, what stands in front of it, and what servers of four releases answered.
struct Claim: CustomTestStringConvertible, Sendable {
    /// What a server answered.
    enum Answer: Equatable, Sendable {
        case accepted
        case refused(String)
        /// It was not asked, as it refused what stands in front of the statement.
        case notAsked
    }

    /// The rule that has to find something where the server refuses it.
    let rule: String
    let setup: [String]
    let statement: String
    let answers: [LintPlatform: Answer]

    var testDescription: String { "\(rule): \(statement)" }

    /// All of `claims.tsv`.
    static let all: [Claim] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "claims.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let lines = text.split(separator: "\n").dropFirst()
        return lines.compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 7 else { return nil }
            let platforms: [LintPlatform] = [.cassandra311, .cassandra41, .cassandra50, .cassandra60]
            let answers = zip(platforms, fields[3...]).map { platform, text -> (LintPlatform, Answer) in
                switch text {
                case "ok": (platform, .accepted)
                case "-": (platform, .notAsked)
                default: (platform, .refused(text))
                }
            }
            return Claim(
                rule: fields[0], setup: setup(fields[1]), statement: unescaped(fields[2]),
                answers: Dictionary(uniqueKeysWithValues: answers))
        }
    }()

    private static func setup(_ text: String) -> [String] {
        let mark = "[switched on] "
        let statements = text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text
        return statements.isEmpty ? [] : statements.components(separatedBy: "; ")
    }

    /// `\u{A0}` stands for characters that nobody sees.
    private static func unescaped(_ text: String) -> String {
        var parts = text.components(separatedBy: "\\u{")
        var result = parts.removeFirst()
        for part in parts {
            let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if let value = UInt32(halves[0], radix: 16), let scalar = Unicode.Scalar(value) {
                result.unicodeScalars.append(scalar)
            }
            result += halves.count > 1 ? String(halves[1]) : ""
        }
        return result
    }
}
