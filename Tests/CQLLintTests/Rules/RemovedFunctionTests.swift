import Testing

@testable import CQLLint

@Suite struct RemovedFunctionTests {
    @Test("a function that is gone in 5.0")
    func found() {
        expectFindings(of: .removedFunction, in: "INSERT INTO t (id, at) VALUES (1, «dateOf»(now()));")
        expectFindings(
            of: .removedFunction, in: "UPDATE t SET at = toTimestamp(now()) WHERE id = «unixTimestampOf»(now());")
        expectFindings(of: .removedFunction, in: "SELECT «dateOf»(id) FROM t;")
        expectFindings(of: .removedFunction, in: "SELECT max(«dateOf»(id)) FROM t;", platform: .cassandra60)
    }

    @Test("its successor, and an earlier release")
    func silent() {
        expectFindings(of: .removedFunction, in: "INSERT INTO t (id, at) VALUES (1, toTimestamp(now()));")
        expectFindings(
            of: .removedFunction, in: "INSERT INTO t (id, at) VALUES (1, dateOf(now()));", platform: .cassandra41)
    }
}
