import Testing

@testable import CQLLint

@Suite struct LowCardinalityPartitionTests {
    @Test("a type or a name of few values")
    func found() {
        expectFindings(
            of: .lowCardinalityPartition, in: "CREATE TABLE t («done» boolean, id int, PRIMARY KEY (done, id));")
        expectFindings(
            of: .lowCardinalityPartition, in: "CREATE TABLE jobs («status» text, id int, PRIMARY KEY (status, id));")
        expectFindings(of: .lowCardinalityPartition, in: "CREATE TABLE t («at» date, id int, PRIMARY KEY (at, id));")
    }

    @Test("many values, more columns, or one row a value")
    func silent() {
        expectFindings(of: .lowCardinalityPartition, in: "CREATE TABLE t (name text, id int, PRIMARY KEY (name, id));")
        expectFindings(
            of: .lowCardinalityPartition,
            in: "CREATE TABLE t (status text, bucket int, id int, PRIMARY KEY ((status, bucket), id));")
        expectFindings(of: .lowCardinalityPartition, in: "CREATE TABLE counts (status text PRIMARY KEY, n int);")
        expectFindings(
            of: .lowCardinalityPartition, in: "CREATE TABLE t (status uuid, id int, PRIMARY KEY (status, id));")
    }
}
