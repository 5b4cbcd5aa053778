import Testing

@testable import CQLLint

@Suite struct UsingTimestampTests {
    @Test("a time stamp of one's own")
    func found() {
        expectFindings(of: .usingTimestamp, in: "UPDATE t USING TIMESTAMP «1767225600000000» SET v = 1 WHERE id = 1;")
        expectFindings(of: .usingTimestamp, in: "INSERT INTO t (id) VALUES (1) USING TIMESTAMP «5» AND TTL 60;")
        expectFindings(of: .usingTimestamp, in: "DELETE FROM t USING TIMESTAMP «5» WHERE id = 1;")
        expectFindings(of: .usingTimestamp, in: "ALTER TABLE t DROP v USING TIMESTAMP «5»;")
        expectFindings(
            of: .usingTimestamp, in: "«BEGIN BATCH USING TIMESTAMP 5 INSERT INTO t (id) VALUES (1); APPLY BATCH»;")
    }

    @Test("the time of the statement")
    func silent() {
        expectFindings(of: .usingTimestamp, in: "INSERT INTO t (id) VALUES (1) USING TTL 60;")
        expectFindings(of: .usingTimestamp, in: "ALTER TABLE t DROP v;")
    }
}
