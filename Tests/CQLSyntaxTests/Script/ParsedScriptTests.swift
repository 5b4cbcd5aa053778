import CQLSyntax
import Testing

@Suite struct ParsedScriptTests {
    @Test("the marker separates what applies from what takes back")
    func marker() {
        let script = ParsedScript(
            SourceText(name: "a.cql", text: "CREATE TABLE a (id int PRIMARY KEY);\n-- @down\nDROP TABLE a;\n"))
        #expect(script.diagnostics == [])
        #expect(script.up.map(\.text) == ["CREATE TABLE a (id int PRIMARY KEY)"])
        #expect(script.down?.map(\.text) == ["DROP TABLE a"])
        #expect(script.up[0].summary.verb == "CREATE TABLE")
    }
}
