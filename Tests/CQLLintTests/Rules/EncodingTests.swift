import MigrationScripts
import Testing

@testable import CQLLint

@Suite struct EncodingTests {
    @Test("a file that is not UTF-8 is one finding at its first wrong byte")
    func finds() throws {
        let bytes = Array("INSERT INTO a (id, b) VALUES (1, 'gr".utf8) + [0xE9] + Array("');".utf8)
        let folder = LintedFolder(["V1__a.cql": bytes])
        let findings = folder.findings(of: .encoding, in: "V1__a.cql")
        // Not by a key path: the standard library copies a value over itself where one makes an optional.
        #expect(findings.map { $0.place?.range } == [36..<37])
        #expect(findings.map(\.severity) == [.error])
        #expect(folder.findings(of: .syntax, in: "V1__a.cql").isEmpty)
    }

    @Test("a NUL is found")
    func findsNul() {
        let folder = LintedFolder(["V1__a.cql": Array("USE a;".utf8) + [0]])
        #expect(folder.findings(of: .encoding, in: "V1__a.cql").map { $0.place?.range } == [6..<7])
    }

    @Test("letters of all kinds are in order in texts, and so is a byte order mark")
    func passes() {
        expectFindings(of: .encoding, in: "\u{FEFF}INSERT INTO a (id, b) VALUES (1, 'größe');\r\n")
    }
}
