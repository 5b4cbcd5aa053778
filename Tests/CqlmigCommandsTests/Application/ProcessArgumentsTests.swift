import Testing

@testable import CqlmigCommands

@Suite struct ProcessArgumentsTests {
    @Test("words are told apart by zero bytes; an empty word is one")
    func words() {
        #expect(ProcessArguments.words(in: Array("cqlmig\0new\0a b\0\0".utf8)) == ["cqlmig", "new", "a b", ""])
        #expect(ProcessArguments.words(in: []) == [])
    }

    @Test("a process has a name")
    func own() { #expect(!ProcessArguments.all().isEmpty) }
}
