import Testing

@testable import CQLLint

@Suite struct NameTooLongTests {
    @Test("a keyspace of 49 characters, and tables by the release")
    func found() {
        expectFindings(
            of: .nameTooLong,
            in:
                "«CREATE KEYSPACE kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3}»;"
        )
        expectFindings(
            of: .nameTooLong,
            in: "«CREATE TABLE kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk (id int PRIMARY KEY)»;",
            platform: .cassandra311)
        expectFindings(
            of: .nameTooLong,
            in:
                "CREATE TABLE «ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt» (id int PRIMARY KEY);",
            platform: .cassandra41)
        expectFindings(
            of: .nameTooLong,
            in:
                "«CREATE TABLE ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt (id int PRIMARY KEY)»;",
            platform: .cassandra50)
    }

    @Test("what fits")
    func silent() {
        expectFindings(
            of: .nameTooLong, in: "CREATE TABLE kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk (id int PRIMARY KEY);"
        )
        expectFindings(
            of: .nameTooLong,
            in:
                "CREATE TABLE tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt (id int PRIMARY KEY);",
            platform: .cassandra41)
        expectFindings(
            of: .nameTooLong,
            in: "CREATE TABLE t (id int PRIMARY KEY, kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk int);",
            platform: .cassandra311)
    }
}
