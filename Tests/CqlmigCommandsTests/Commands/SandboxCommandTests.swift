import Testing

@testable import CqlmigCommands

@Suite struct SandboxCommandTests {
    struct Mistake: CustomTestStringConvertible {
        let arguments: [String]
        let words: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let mistakes = [
        Mistake(arguments: ["--nodes", "0"], words: "--nodes needs a whole number from 1 to 32, not '0'"),
        Mistake(arguments: ["--port", "65536"], words: "--port needs a whole number from 0 to 65535"),
        Mistake(arguments: ["--release", "2.1"], words: "2.1"),
        Mistake(arguments: ["--schema-delay", "soon"], words: "--schema-delay must be a duration"),
        Mistake(
            arguments: ["--fault", "drop if node 1"],
            words: "--fault 'drop if node 1', column 6: Here 'when', 'after', 'times' or the end is needed, not 'if'."),
    ]

    @Test("what cannot be served is a mistake of the command line", arguments: mistakes)
    func mistake(_ mistake: Mistake) async {
        let ending = await World().run(["sandbox"] + mistake.arguments)
        #expect(ending.status == 2)
        #expect(ending.errors.contains(mistake.words), "\(ending.errors)")
        #expect(ending.output.isEmpty)
    }

    @Test("it prints where its nodes are, and a signal is its normal end")
    func serving() async {
        let world = World()
        // The signal is there from the start: the command serves and ends at once.
        _ = world.interruption.raise(15)
        let ending = await world.run("sandbox", "--port", "0", "--nodes", "2")
        #expect(ending.status == 0)
        #expect(ending.errors.isEmpty)
        let lines = ending.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("127.0.0.1:") == true)
        #expect(lines.last?.hasPrefix("127.0.0.2:") == true)
    }

    @Test("with --json it prints one document, when its nodes listen")
    func json() async throws {
        let world = World()
        _ = world.interruption.raise(2)
        let ending = await world.run("sandbox", "--port", "0", "--release", "4.1", "--json")
        #expect(ending.status == 0)
        #expect(ending.output.contains(#""command": "sandbox""#))
        #expect(ending.output.contains(#""release": "4.1""#))
        #expect(ending.output.contains(#""127.0.0.1:"#))
        #expect(ending.output.split(separator: "\n").count { $0 == "{" } == 1)
    }
}
