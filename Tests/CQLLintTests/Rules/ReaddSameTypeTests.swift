import Testing

@testable import CQLLint

@Suite struct ReaddSameTypeTests {
    @Test("a column comes back")
    func found() {
        expectFindings(
            of: .readdSameType,
            in:
                """
                ALTER TABLE users DROP phone;
                ALTER TABLE users ADD «phone» text;
                """, others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
    }

    @Test("another name, and a column that was never dropped")
    func silent() {
        expectFindings(
            of: .readdSameType,
            in:
                """
                ALTER TABLE users DROP phone;
                ALTER TABLE users ADD telephone text;
                """, others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
        expectFindings(
            of: .readdSameType, in: "ALTER TABLE users ADD fax text;",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
    }
}
