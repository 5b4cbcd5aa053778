import Testing

@testable import CQLLint

@Suite struct ClusteringOrderTests {
    @Test("columns that are not those of the key are found")
    func finds() {
        expectFindings(
            of: .clusteringOrder,
            in: "«CREATE TABLE t (a int, b int, v text, PRIMARY KEY (a, b)) WITH CLUSTERING ORDER BY (v DESC)»;")
    }

    @Test("the clustering columns in their order are in order")
    func passes() {
        expectFindings(
            of: .clusteringOrder,
            in: "CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b, c)) WITH CLUSTERING ORDER BY (b DESC, c ASC);")
    }
}
