import Testing

@testable import CQLLint

@Suite struct UdtInPartitionKeyTests {
    @Test("a type in a partition key gets a field")
    func found() {
        expectFindings(
            of: .udtInPartitionKey, in: "«ALTER TYPE key ADD g int»;",
            others: [
                "V1__a.cql":
                    "CREATE TYPE key (f int); CREATE TABLE t (k frozen<key> PRIMARY KEY); CREATE TABLE u (a int, k frozen<key>, PRIMARY KEY (a, k));"
            ])
    }

    @Test("a type in a clustering column, and a field with another name")
    func silent() {
        expectFindings(
            of: .udtInPartitionKey, in: "ALTER TYPE key ADD g int;",
            others: ["V1__a.cql": "CREATE TYPE key (f int); CREATE TABLE u (a int, k frozen<key>, PRIMARY KEY (a, k));"]
        )
        expectFindings(
            of: .udtInPartitionKey, in: "ALTER TYPE key RENAME f TO g;",
            others: [
                "V1__a.cql":
                    "CREATE TYPE key (f int); CREATE TABLE t (k frozen<key> PRIMARY KEY); CREATE TABLE u (a int, k frozen<key>, PRIMARY KEY (a, k));"
            ])
    }
}
