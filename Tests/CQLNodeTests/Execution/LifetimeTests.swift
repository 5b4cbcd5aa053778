import CQLNode
import CQLWire
import Testing

@Suite struct LifetimeTests {
    @Test("a cell with a TTL is gone when its last second is over, and with it the row that UPDATE made")
    func expires() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, v int)")
        try session.run("UPDATE t USING TTL 10 SET v = 1 WHERE k = 1")
        session.wait(seconds: 9)
        #expect(try session.rows("SELECT v, ttl(v) FROM t") == [[.int(1), .int(1)]])
        session.wait(seconds: 1)
        #expect(try session.rows("SELECT v FROM t") == [])
    }

    @Test("a row of INSERT outlives its cells that expire, unless its marker does too")
    func marker() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, v int, w int)")
        try session.run("INSERT INTO t (k, v) VALUES (1, 1)")
        try session.run("UPDATE t USING TTL 5 SET v = 2 WHERE k = 1")
        try session.run("INSERT INTO t (k, v) VALUES (2, 1) USING TTL 5")
        session.wait(seconds: 5)
        #expect(try session.rows("SELECT k, v FROM t") == [[.int(1), nil]])
    }

    @Test("a lock with a TTL can be taken again once it has expired")
    func lock() throws {
        var session = try Session()
        try session.run("CREATE TABLE l (k int PRIMARY KEY, owner text)")
        let take = "INSERT INTO l (k, owner) VALUES (1, 'a') IF NOT EXISTS USING TTL 30"
        #expect(try session.rows(take) == [[.boolean(true)]])
        session.wait(seconds: 29)
        #expect(try session.rows(take) == [[.boolean(false), .int(1), .text("a")]])
        #expect(
            try session.rows("UPDATE l USING TTL 30 SET owner = 'a' WHERE k = 1 IF owner = 'a'") == [[.boolean(true)]])
        session.wait(seconds: 29)
        #expect(try session.rows(take).first?.first == .some(.boolean(false)))
        session.wait(seconds: 1)
        #expect(try session.rows(take) == [[.boolean(true)]])
    }

    @Test("a default TTL holds for writes that do not say, and 0 lifts it")
    func defaultTimeToLive() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, v int) WITH default_time_to_live = 60")
        try session.run("INSERT INTO t (k, v) VALUES (1, 1)")
        try session.run("INSERT INTO t (k, v) VALUES (2, 2) USING TTL 0")
        #expect(try session.rows("SELECT k, ttl(v) FROM t") == [[.int(1), .int(60)], [.int(2), nil]])
    }

    @Test("what was written before a column was dropped does not come back with a column of its name")
    func dropped() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY, v int, w int)")
        try session.run("INSERT INTO t (k, v, w) VALUES (1, 1, 1)")
        session.wait(seconds: 1)
        try session.run("ALTER TABLE t DROP w")
        try session.run("ALTER TABLE t ADD w int")
        #expect(try session.rows("SELECT k, v, w FROM t") == [[.int(1), .int(1), nil]])
        session.wait(seconds: 1)
        try session.run("UPDATE t SET w = 2 WHERE k = 1")
        #expect(try session.rows("SELECT w FROM t") == [[.int(2)]])
    }

    @Test("a table that is made anew has no rows of the one that was dropped")
    func recreated() throws {
        var session = try Session()
        try session.run("CREATE TABLE t (k int PRIMARY KEY)")
        try session.run("INSERT INTO t (k) VALUES (1)")
        try session.run("DROP TABLE t")
        try session.run("CREATE TABLE t (k int PRIMARY KEY)")
        #expect(try session.rows("SELECT * FROM t") == [])
        session.database.removeRows(exceptOf: [session.catalogue])
        try session.run("INSERT INTO t (k) VALUES (2)")
        #expect(try session.rows("SELECT * FROM t") == [[.int(2)]])
    }
}
