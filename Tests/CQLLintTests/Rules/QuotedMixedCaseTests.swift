import Testing

@testable import CQLLint

@Suite struct QuotedMixedCaseTests {
    @Test("new names with capital letters")
    func found() {
        expectFindings(of: .quotedMixedCase, in: "CREATE TABLE «\"Users\"» («\"userId\"» int PRIMARY KEY);")
        expectFindings(of: .quotedMixedCase, in: "ALTER TABLE users ADD «\"eMail\"» text;")
        expectFindings(of: .quotedMixedCase, in: "ALTER TABLE users RENAME id TO «\"ID\"»;")
        expectFindings(of: .quotedMixedCase, in: "CREATE TYPE t («\"F\"» int);")
        expectFindings(of: .quotedMixedCase, in: "CREATE INDEX «\"I\"» ON users (n);")
    }

    @Test("old names, lower case and bare capitals")
    func silent() {
        expectFindings(of: .quotedMixedCase, in: "INSERT INTO \"Users\" (\"userId\") VALUES (1);")
        expectFindings(of: .quotedMixedCase, in: "CREATE TABLE Users (userId int PRIMARY KEY, \"order\" int);")
        expectFindings(of: .quotedMixedCase, in: "ALTER TABLE \"Users\" ADD email text;")
    }
}
