import Testing

@testable import CQLLint

@Suite struct IndexTargetTests {
    @Test("the only column of the partition key has no index")
    func finds() {
        expectFindings(
            of: .indexTarget,
            in: """
                CREATE TABLE u (id int PRIMARY KEY, v text);
                «CREATE INDEX i ON u (id)»;
                """)
        expectFindings(
            of: .indexTarget,
            in: """
                CREATE TABLE u (id int PRIMARY KEY, v text);
                «CREATE INDEX i ON u (keys(v))»;
                """)
    }

    @Test("a regular column may have one")
    func passes() {
        expectFindings(
            of: .indexTarget,
            in: """
                CREATE TABLE u (id int PRIMARY KEY, v text);
                CREATE INDEX i ON u (v);
                """)
    }
}
