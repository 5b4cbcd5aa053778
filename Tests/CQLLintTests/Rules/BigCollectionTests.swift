import Testing

@testable import CQLLint

@Suite struct BigCollectionTests {
    @Test("a set or a map that is not frozen")
    func found() {
        expectFindings(of: .bigCollection, in: "CREATE TABLE t (id int PRIMARY KEY, «s» set<int>, «m» map<int, text>);")
    }

    @Test("frozen ones, and lists")
    func silent() {
        expectFindings(of: .bigCollection, in: "CREATE TABLE t (id int PRIMARY KEY, s frozen<set<int>>, l list<int>);")
    }
}
