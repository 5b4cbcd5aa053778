import Testing

@testable import CQLLint

@Suite struct ListColumnTests {
    @Test("a list that is not frozen")
    func found() {
        expectFindings(of: .listColumn, in: "CREATE TABLE t (id int PRIMARY KEY, «l» list<int>);")
        expectFindings(of: .listColumn, in: "ALTER TABLE users ADD «l» list<text>;")
    }

    @Test("a frozen one, and other collections")
    func silent() {
        expectFindings(of: .listColumn, in: "CREATE TABLE t (id int PRIMARY KEY, l frozen<list<int>>, s set<int>);")
    }
}
