import Testing

@testable import CQLLint

@Suite struct RefusedTests {
    @Test("what the server refuses for a reason of its own is found")
    func finds() {
        expectFindings(of: .refused, in: "«CREATE TABLE u (id int PRIMARY KEY) WITH gc_grace_seconds = -1»;")
    }

    @Test("what it takes is in order")
    func passes() {
        expectFindings(
            of: .refused, in: "CREATE TABLE u (id int PRIMARY KEY) WITH gc_grace_seconds = 3600 AND comment = 'x';")
    }
}
