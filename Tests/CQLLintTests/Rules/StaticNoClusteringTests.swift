import Testing

@testable import CQLLint

@Suite struct StaticNoClusteringTests {
    @Test("a static column in a table of single rows is found")
    func finds() {
        expectFindings(of: .staticNoClustering, in: "«CREATE TABLE t (a int PRIMARY KEY, s int STATIC)»;")
    }

    @Test("beside a clustering column it is in order")
    func passes() {
        expectFindings(of: .staticNoClustering, in: "CREATE TABLE t (a int, b int, s int STATIC, PRIMARY KEY (a, b));")
    }
}
