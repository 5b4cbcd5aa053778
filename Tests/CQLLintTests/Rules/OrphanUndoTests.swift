import Testing

@testable import CQLLint

@Suite struct OrphanUndoTests {
    @Test("an undo of a version that there is not is found")
    func finds() {
        expectFindings(
            of: .orphanUndo, in: "DROP TABLE a;", ofFile: 1, file: "U2__a.cql",
            others: ["V1__a.cql": "CREATE TABLE a (id int PRIMARY KEY);"])
    }

    @Test("an undo of a version that there is is in order")
    func passes() {
        expectFindings(
            of: .orphanUndo, in: "DROP TABLE a;", file: "U1__a.cql",
            others: ["V1__a.cql": "CREATE TABLE a (id int PRIMARY KEY);"])
    }
}
