import CQLWire

/// One statement of a file of cases, with what the releases answer to it.
public struct CaseStep: Sendable {
    /// The lines in front of the answers: remarks, directives and the statement.
    let lines: [String]
    /// What each release answers, line by line.
    var answers: [String: [String]]
    /// The number of the first line in the file.
    let line: Int

    /// The statement without its `;`.
    let statement: String
    /// The values of the bind markers; nil sends a QUERY without any.
    let values: [BoundValue]?
    /// How many rows a page has; nil: no paging.
    let pageSize: Int32?
    /// Whether it is only prepared.
    let isOnlyPrepared: Bool
    /// The releases that it is for; nil: all.
    let releases: [String]?

    /// Reads the lines of a step.
    ///
    /// A line `-- @name value` is a directive: `@bind 00000001 null unset` (each value in hexadecimal), `@page 2`,
    /// `@prepare` and `@only 4.1 5.0`.
    init(lines: [String], answers: [String: [String]], line: Int) throws {
        self.lines = lines
        self.answers = answers
        self.line = line
        var values: [BoundValue]?
        var pageSize: Int32?
        var isOnlyPrepared = false
        var releases: [String]?
        for text in lines where text.hasPrefix("-- @") {
            let words = text.dropFirst(4).split(separator: " ").map(String.init)
            switch words.first {
            case "bind": values = try words.dropFirst().map { try Self.value($0, line) }
            case "page": pageSize = words.count > 1 ? Int32(words[1]) : nil
            case "prepare": isOnlyPrepared = true
            case "only": releases = Array(words.dropFirst())
            default: throw DialogueError("line \(line): there is no directive \(text)")
            }
        }
        self.values = values
        self.pageSize = pageSize
        self.isOnlyPrepared = isOnlyPrepared
        self.releases = releases
        var statement = lines.filter { !$0.hasPrefix("--") && !$0.isEmpty }.joined(separator: "\n")
        guard statement.last == ";" else { throw DialogueError("line \(line): a statement without its `;`") }
        statement.removeLast()
        self.statement = statement
    }

    private static func value(_ word: String, _ line: Int) throws -> BoundValue {
        switch word {
        case "null": return .null
        case "unset": return .unset
        case "empty": return .bytes([])
        default:
            let digits = Array(word)
            guard digits.count.isMultiple(of: 2) else { throw DialogueError("line \(line): \(word) is no value") }
            return .bytes(
                try stride(from: 0, to: digits.count, by: 2).map { index in
                    guard let byte = UInt8(String(digits[index...(index + 1)]), radix: 16) else {
                        throw DialogueError("line \(line): \(word) is no value")
                    }
                    return byte
                })
        }
    }

    /// Asks a node, and gives its answer as lines.
    func ask(_ dialogue: WireDialogue) throws -> [String] {
        if isOnlyPrepared { return AnswerText([try dialogue.ask(.prepare(statement))]).lines }
        var pages: [ResponseEnvelope] = []
        var state: [UInt8]?
        var prepared: [UInt8]?
        if values != nil {
            let answer = try dialogue.ask(.prepare(statement))
            guard case .result(.prepared(let description)) = answer.message else { return AnswerText([answer]).lines }
            prepared = description.id
        }
        repeat {
            let parameters = QueryParameters(
                consistency: .one, values: .positional(values ?? []), pageSize: pageSize, pagingState: state)
            let request: Request = prepared.map { .execute(id: $0, parameters) } ?? .query(statement, parameters)
            let answer = try dialogue.ask(request)
            pages.append(answer)
            state = nil
            if case .result(.rows(let rows)) = answer.message { state = rows.metadata.pagingState }
        } while state != nil && pages.count < 1000
        return AnswerText(pages).lines
    }
}
