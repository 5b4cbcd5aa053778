import Testing

@testable import CQLLint

@Suite struct UnusedIgnoreTests {
    @Test("what silences nothing is found")
    func finds() {
        expectFindings(
            of: .unusedIgnore,
            in: """
                «-- cqlmig:ignore truncate -- none here»
                DROP TABLE a;
                """)
        expectFindings(
            of: .unusedIgnore,
            in: """
                «-- cqlmig:ignore -- nothing»
                DROP TABLE a;
                """)
        expectFindings(
            of: .unusedIgnore,
            in: """
                DROP TABLE a;
                «-- cqlmig:ignore truncate -- nothing follows»
                """)
        expectFindings(
            of: .unusedIgnore,
            in: """
                «-- cqlmig:ignore syntax -- cannot be»
                DROP TABLE a;
                """)
        expectFindings(
            of: .unusedIgnore,
            in: """
                «-- cqlmig:ignored truncate -- mistyped»
                TRUNCATE a;
                """)
    }

    @Test("a mistyped name is put right")
    func passes() {
        expectFindings(
            of: .unusedIgnore,
            in: """
                «-- cqlmig:ignore trunkate -- rows of tests»
                TRUNCATE a;
                """, ["There is no rule `trunkate`."])
    }

    @Test("what silences is in order")
    func more() {
        expectFindings(
            of: .unusedIgnore,
            in: """
                -- cqlmig:ignore truncate -- rows of tests
                TRUNCATE a;
                """)
    }
}
