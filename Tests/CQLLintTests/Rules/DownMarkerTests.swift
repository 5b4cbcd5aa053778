import Testing

@testable import CQLLint

@Suite struct DownMarkerTests {
    @Test("near misses are found")
    func finds() {
        expectFindings(
            of: .downMarker,
            in: """
                CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY);
                «-- @down (rollback)»
                DROP TABLE IF EXISTS t;
                """)
        expectFindings(
            of: .downMarker,
            in: """
                USE a;
                «--@Down:»
                USE b;
                """)
    }

    @Test("the marker itself, and one in a text, are in order")
    func passes() {
        expectFindings(
            of: .downMarker,
            in: """
                INSERT INTO t (id, v) VALUES (1, 'line1
                -- @down
                line3; :) a--b');
                """)
        expectFindings(
            of: .downMarker,
            in: """
                USE a;
                -- @down
                USE b;
                """)
    }
}
