import CQLWire
import ScriptedServer

/// Answers to statements by their words, in pages; `SELECT <number>` gives the number without being told.
struct CannedContent: ClusterContent {
    /// The pages of the answer to the statements with these words.
    var pages: [String: [AnswerTable]] = [:]
    /// The answers to the statements with these words, one after the other; the last one stays.
    var series: [String: [AnswerTable]] = [:]
    /// What was run, in order.
    private(set) var statements: [ReceivedStatement] = []

    mutating func run(_ statement: ReceivedStatement) throws(WireError) -> Response? {
        statements.append(statement)
        if let pages = pages.first(where: { statement.cql.contains($0.key) })?.value {
            return try page(of: pages, after: statement.pagingState)
        }
        if let (words, answers) = series.first(where: { statement.cql.contains($0.key) }), let answer = answers.first {
            if answers.count > 1 { series[words]?.removeFirst() }
            return try answer.response()
        }
        if statement.isBatch { return .result(.void) }
        let words = statement.cql.split(separator: " ")
        if words.count == 2, words[0] == "SELECT", let number = Int32(words[1]) {
            return try AnswerTable(row: [("number", .int, .int(number))]).response()
        }
        guard words.first == "CREATE", words.count > 2 else { return nil }
        return .result(.schemaChange(SchemaChange(.created, .table(keyspace: "k", name: String(words[2])))))
    }

    private func page(of pages: [AnswerTable], after state: [UInt8]?) throws(WireError) -> Response {
        let index = state.flatMap { $0.first }.map { Int($0) } ?? 0
        var page = pages[index]
        if index + 1 < pages.count, page.pagingState == nil { page.pagingState = [UInt8(index + 1)] }
        return try page.response()
    }
}

typealias TestServer = ScriptedServer<ScriptedCluster<CannedContent>>
typealias TestCluster = ScriptedCluster<CannedContent>
