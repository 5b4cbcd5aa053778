import FoundationEssentials
import FuzzBodies
import Testing

/// The inputs that fuzzing found worth keeping hold in every run of the tests.
@Suite struct CorpusReplayTests {
    @Test("the inputs of the lexer") func lexer() throws {
        for (number, input) in try corpus("lexer").enumerated() {
            #expect(throws: Never.self, "line \(number + 1)") { try fuzzLexer(input) }
        }
    }

    @Test("the inputs of the frame decoder") func frames() throws {
        for (number, input) in try corpus("frames").enumerated() {
            #expect(throws: Never.self, "line \(number + 1)") { try fuzzFrames(input) }
        }
    }

    @Test("the inputs of the embedded node") func node() throws {
        for (number, input) in try corpus("node").enumerated() {
            #expect(throws: Never.self, "line \(number + 1)") { try fuzzNode(input) }
        }
    }

    /// An input a line, in base64.
    private func corpus(_ name: String) throws -> [[UInt8]] {
        let path = "\(#filePath.dropLast("Replay/CorpusReplayTests.swift".count))Corpus/\(name).base64"
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let inputs = try text.split(separator: "\n").map { Array(try #require(Data(base64Encoded: String($0)))) }
        try #require(inputs.count > 100, "the corpus in \(path) is not all there")
        return inputs
    }
}
