import FoundationEssentials
import TestProcesses

/// Cassandra's own parser, which runs without a node: `Tests/Cassandra/parse`.
struct ServerParser {
    let home: CassandraHome

    /// What it says of statements: nil where it reads one, otherwise its error.
    func errors(of statements: [String]) async throws -> [String?] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cqlmig-parse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "statements")
        try Data(statements.map { $0 + "\0" }.joined().utf8).write(to: input)
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Cassandra/parse")
        let result = try await ChildProcess(
            ProcessCommand(
                "/bin/sh",
                ["-c", "exec \"$1\" --home \"$2\" < \"$3\"", "parse", script.path(), home.path, input.path()],
                environment: ProcessInfo.processInfo.environment
            )
        ).result()
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: true)
        guard lines.count == statements.count else {
            throw ProcessError("The parser answered \(lines.count) of \(statements.count) statements: \(result.error)")
        }
        return lines.map { $0.hasPrefix("ok\t") ? nil : String($0.drop { $0 != "\t" }.dropFirst()) }
    }
}
