import Testing

@testable import CQLLint

@Suite struct RecreateSameNameTests {
    @Test("a table comes back under its name")
    func found() {
        expectFindings(
            of: .recreateSameName,
            in:
                """
                DROP TABLE users;
                CREATE TABLE «users» (id int PRIMARY KEY);
                """, others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
        expectFindings(
            of: .recreateSameName, in: "CREATE TABLE IF NOT EXISTS «users» (id int PRIMARY KEY);",
            others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY);", "V2__b.cql": "DROP TABLE users;"])
    }

    @Test("another name, and a table that was never dropped")
    func silent() {
        expectFindings(
            of: .recreateSameName,
            in:
                """
                DROP TABLE users;
                CREATE TABLE people (id int PRIMARY KEY);
                """, others: ["V1__a.cql": "CREATE TABLE users (id int PRIMARY KEY, phone text, n int);"])
        expectFindings(of: .recreateSameName, in: "CREATE TABLE users (id int PRIMARY KEY);")
    }
}
