import TestProcesses
import Testing

/// Runs the built program as the files of `Transcripts/` say.
@Suite struct TranscriptTests {
    private static let package = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
    private static let folder = "\(package)/Tests/CqlmigCommandsTests/Transcripts"

    static let names = (try? TextFiles.transcripts(in: folder)) ?? []

    @Test("there are transcripts")
    func count() {
        #expect(Self.names.count >= 8)
    }

    @Test("the built program does what the transcript says", arguments: names)
    func transcript(_ name: String) async throws {
        let transcript = Transcript(try TextFiles.read("\(Self.folder)/\(name)"))
        try await TextFiles.withFolder { files in
            var environment = ["PATH": "/usr/bin:/bin"]
            var input: String?
            var command: Transcript.Command?
            func finish() async throws {
                guard let wanted = command else { return }
                command = nil
                let process = try ChildProcess(
                    Cqlmig.command(
                        wanted.arguments, in: files.folder, environment: environment,
                        input: wanted.input.map { .text($0) } ?? .empty))
                let ending = await process.result()
                let place = "\(name):\(wanted.line)"
                #expect(ending.output == wanted.output, "standard output of \(place)")
                #expect(ending.error == wanted.errors, "standard error of \(place)")
                #expect(ending.status == wanted.status, "status of \(place)")
            }
            for section in transcript.sections {
                let place = "\(name):\(section.line)"
                switch section.name {
                case "stdout": command?.output = section.text
                case "stderr": command?.errors = section.text
                case "exit": command?.status = try #require(Int32(section.argument), "\(place)")
                default:
                    try await finish()
                    switch section.name {
                    case "file": try files.write(section.text, to: section.argument)
                    case "copy": try files.copy("\(Self.package)/\(section.argument)")
                    case "env":
                        let parts = section.argument.split(separator: "=", maxSplits: 1)
                        environment[String(try #require(parts.first))] = String(try #require(parts.last))
                    case "stdin": input = section.text
                    case "run":
                        command = .init(
                            arguments: Transcript.arguments(section.argument), line: section.line, input: input)
                        input = nil
                    case "holds": #expect(files.text(section.argument) == section.text, "\(place)")
                    case "absent": #expect(!files.exists(section.argument), "\(place)")
                    default: Issue.record("\(place): there is no section \(section.name)")
                    }
                }
            }
            try await finish()
        }
    }
}
