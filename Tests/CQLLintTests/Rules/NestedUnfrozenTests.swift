import Testing

@testable import CQLLint

@Suite struct NestedUnfrozenTests {
    @Test("a collection in a collection has to be frozen")
    func finds() {
        expectFindings(of: .nestedUnfrozen, in: "«CREATE TABLE u (id int PRIMARY KEY, v list<set<int>>)»;")
    }

    @Test("a frozen one is in order")
    func passes() {
        expectFindings(of: .nestedUnfrozen, in: "CREATE TABLE u (id int PRIMARY KEY, v list<frozen<set<int>>>);")
    }
}
