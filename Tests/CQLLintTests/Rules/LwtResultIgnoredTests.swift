import Testing

@testable import CQLLint

@Suite struct LwtResultIgnoredTests {
    @Test("a write under a condition")
    func found() {
        expectFindings(of: .lwtResultIgnored, in: "INSERT INTO «t» (id) VALUES (1) IF NOT EXISTS;")
        expectFindings(of: .lwtResultIgnored, in: "UPDATE «t» SET v = 1 WHERE id = 1 IF v = 0;")
        expectFindings(of: .lwtResultIgnored, in: "DELETE FROM «t» WHERE id = 1 IF EXISTS;")
    }

    @Test("a write without")
    func silent() {
        expectFindings(of: .lwtResultIgnored, in: "INSERT INTO t (id) VALUES (1);")
        expectFindings(of: .lwtResultIgnored, in: "CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY);")
    }
}
