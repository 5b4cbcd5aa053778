import Testing

@testable import CQLLint

@Suite struct CounterMixTests {
    @Test("counters and other columns in one table are found")
    func finds() {
        expectFindings(of: .counterMix, in: "«CREATE TABLE u (id int PRIMARY KEY, n counter, v text)»;")
    }

    @Test("counters alone are in order")
    func passes() {
        expectFindings(of: .counterMix, in: "CREATE TABLE u (id int PRIMARY KEY, n counter, m counter);")
    }
}
