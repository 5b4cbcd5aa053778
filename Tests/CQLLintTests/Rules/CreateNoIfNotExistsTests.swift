import Testing

@testable import CQLLint

@Suite struct CreateNoIfNotExistsTests {
    @Test("every kind of CREATE without a guard is found and mended")
    func finds() {
        expectFindings(
            of: .createNoIfNotExists, in: "«CREATE CUSTOM INDEX i ON a (x) USING 'StorageAttachedIndex'»;",
            fixed: "CREATE CUSTOM INDEX IF NOT EXISTS i ON a (x) USING 'StorageAttachedIndex';")
        expectFindings(
            of: .createNoIfNotExists, in: "«CREATE INDEX ON a (x)»;", fixed: "CREATE INDEX IF NOT EXISTS ON a (x);")
        expectFindings(of: .createNoIfNotExists, in: "«CREATE TABLE a (id int PRIMARY KEY)»;")
    }

    @Test("guarded ones are in order, and those that replace")
    func passes() {
        expectFindings(of: .createNoIfNotExists, in: "CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY);")
        expectFindings(
            of: .createNoIfNotExists,
            in: "CREATE OR REPLACE FUNCTION f(a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return a;';")
    }
}
