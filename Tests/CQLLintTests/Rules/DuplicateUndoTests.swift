import Testing

@testable import CQLLint

@Suite struct DuplicateUndoTests {
    @Test("two undo scripts of one version are found")
    func finds() {
        expectFindings(
            of: .duplicateUndo, in: "USE a;", ofFile: 1, file: "U1__b.cql",
            others: ["V1__a.cql": "USE a;", "U1__a.cql": "USE a;"])
    }

    @Test("one is in order")
    func passes() {
        expectFindings(of: .duplicateUndo, in: "USE a;", file: "U1__b.cql", others: ["V1__a.cql": "USE a;"])
    }
}
