import CQLSyntax
import FoundationEssentials
import Testing

/// Whole scripts, and beside each what is read from it.
///
/// To write the expectations anew: `UPDATE_GOLDEN=1 swift test`, and then read the difference.
@Suite struct GoldenScriptTests {
    static let names = TestFiles.names(in: "Golden", suffix: ".cql").map { String($0.dropLast(4)) }

    @Test("every script has what its golden file says")
    func pairs() {
        #expect(Self.names == TestFiles.names(in: "Golden", suffix: ".golden").map { String($0.dropLast(7)) })
        #expect(Self.names.count >= 30)
    }

    @Test("a script reads as its golden file says", arguments: names)
    func script(_ name: String) throws {
        let source = SourceText(name: "\(name).cql", bytes: try TestFiles.bytes("Golden/\(name).cql"))
        let rendered = ScriptRendering(ParsedScript(source)).text
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try TestFiles.write(rendered, to: "Golden/\(name).golden")
        }
        #expect(rendered == (try TestFiles.text("Golden/\(name).golden")))
    }
}
