import Testing

@testable import CQLLint

@Suite struct ReservedIdentifierTests {
    @Test("a reserved word that stands where a name belongs")
    func found() {
        expectFindings(of: .reservedIdentifier, in: "CREATE TABLE t (id int PRIMARY KEY, «order» int);")
        expectFindings(of: .reservedIdentifier, in: "ALTER TABLE t ADD «select» int;")
        expectFindings(of: .reservedIdentifier, in: "CREATE TABLE «table» (id int PRIMARY KEY);")
    }

    @Test("quoted, or a word that may be a name")
    func silent() {
        expectFindings(of: .reservedIdentifier, in: "CREATE TABLE t (id int PRIMARY KEY, \"order\" int);")
        expectFindings(of: .reservedIdentifier, in: "CREATE TABLE t (key int PRIMARY KEY, type text, values int);")
        expectFindings(of: .reservedIdentifier, in: "CREATE TABEL t (id int PRIMARY KEY);")
    }
}
