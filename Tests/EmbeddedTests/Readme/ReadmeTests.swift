import Foundation
import TestProcesses
import Testing

/// What the README shows is what happens.
@Suite struct ReadmeTests {
    private static let example =
        #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined() + "/Examples/quickstart"

    @Test("the session of the README, on Examples/quickstart")
    func session() async throws {
        let readme = try Readme()
        try #require(readme.steps.count > 8)
        let folder = NSTemporaryDirectory() + "cqlmig-readme-\(UUID().uuidString.prefix(8))"
        try FileManager.default.copyItem(atPath: Self.example, toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await EmbeddedCluster.with(nodes: 1) { cluster in
            var written = ""
            for step in readme.steps {
                switch step {
                case .file(let text):
                    try text.write(toFile: "\(folder)/\(written)", atomically: true, encoding: .utf8)
                case .command(let line, let wanted):
                    let output = try await run(line, in: folder, on: cluster)
                    written = output.trimmingCharacters(in: .newlines)
                    // Without a terminal nobody is asked, so the question is not in what is printed.
                    let unasked = wanted.replacing(#/\ncluster [^$]*\? \[y/N\] y\n/#, with: "\n")
                    #expect(Readme.withoutChance(output) == Readme.withoutChance(unasked), "after \(line)")
                }
            }
        }
    }

    /// What a line of a shell prints, on both streams.
    private func run(_ line: String, in folder: String, on cluster: EmbeddedCluster) async throws -> String {
        let tool = Cqlmig.path.prefix(upTo: Cqlmig.path.lastIndex(of: "/") ?? Cqlmig.path.startIndex)
        var command = Cqlmig.command(
            ["-c", (line == "cqlmig rollback" ? "cqlmig rollback --yes" : line) + " 2>&1"], in: folder,
            environment: [
                "PATH": "\(tool):/usr/bin:/bin", "USER": "ann", "HOME": folder,
                "CQLMIG_CONTACT_POINTS": cluster.addresses.joined(separator: ","),
                // The nodes live in the process of the tests, which may have much else to do.
                "CQLMIG_CONNECT_TIMEOUT": "120s", "CQLMIG_REQUEST_TIMEOUT": "120s",
            ])
        command.path = "/bin/sh"
        return await (try ChildProcess(command)).result().output
    }
}
