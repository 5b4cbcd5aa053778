import Testing

@testable import CQLLint

@Suite struct AddMissingGuardTests {
    @Test("from 4.1 on a guard is to be had")
    func found() {
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users ADD «a» int;", platform: .cassandra41)
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users DROP «phone»;", platform: .cassandra50)
        expectFindings(of: .addMissingGuard, in: "ALTER TYPE address ADD «street» text;", platform: .cassandra60)
    }

    @Test("with a guard, and on releases that have none")
    func silent() {
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users ADD IF NOT EXISTS a int;", platform: .cassandra41)
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users DROP IF EXISTS phone;", platform: .cassandra41)
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users ADD a int;", platform: .cassandra311)
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users ADD a int;")
    }

    @Test("a guard does not help a RENAME, so none is asked for")
    func third() {
        expectFindings(of: .addMissingGuard, in: "ALTER TABLE users RENAME id TO key;", platform: .cassandra50)
    }
}
