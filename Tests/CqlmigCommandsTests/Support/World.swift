import Configuration
import FoundationEssentials
import MigrationEngine
import MigrationScripts
import Synchronization

@testable import CqlmigCommands

/// The surroundings of one run of the program in a test.
struct World {
    /// How the program ended, and what it wrote.
    struct Ending: Equatable {
        let status: Int32
        let output: String
        let errors: String
        /// What the engine was called with.
        var calls: [String] = []
    }

    var project = MemoryProject(["cqlmig.yml": "keyspace: shop\n"], folders: ["migrations"])
    var environment: [String: String] = [:]
    var workingDirectory: String? = "/project"
    var input = ""
    var terminal = Terminal()
    var answers = FakeEngine.Answers()
    var interruption = Interruption()
    var outputFailure: String?

    /// 2026-01-15 10:30:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_768_473_000)

    /// Runs the program with arguments.
    func run(_ arguments: String...) async -> Ending { await run(arguments) }

    /// Runs the program with arguments.
    func run(_ arguments: [String]) async -> Ending {
        let output = MemorySink(failure: outputFailure)
        let errors = MemorySink()
        let calls = Calls()
        var answers = answers
        answers.call = { calls.add($0) }
        let surroundings = Surroundings(
            arguments: arguments, environment: environment, workingDirectory: workingDirectory,
            input: MemoryInput(text: input), output: output, errors: errors, terminal: terminal,
            configurationFiles: project, files: project, now: { Self.now }, clock: { .zero },
            identity: { OperatorIdentity(user: "ann", host: "build-7", pid: 4711, ciURL: nil) },
            interruption: interruption,
            makeEngine: { [answers] in FakeEngine(configuration: $0, environment: $1, answers: answers) })
        let status = await Application(surroundings).run()
        return Ending(status: status, output: output.text, errors: errors.text, calls: calls.all)
    }
}

/// What was called, in order.
private final class Calls: Sendable {
    private let calls = Mutex<[String]>([])

    var all: [String] { calls.withLock { $0 } }

    func add(_ call: String) { calls.withLock { $0.append(call) } }
}
