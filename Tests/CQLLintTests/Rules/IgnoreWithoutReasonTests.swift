import Testing

@testable import CQLLint

@Suite struct IgnoreWithoutReasonTests {
    @Test("a comment without a reason is found, for a statement and for the file")
    func finds() {
        expectFindings(
            of: .ignoreWithoutReason,
            in: """
                «-- cqlmig:ignore truncate»
                TRUNCATE a;
                """)
        expectFindings(
            of: .ignoreWithoutReason,
            in: """
                «-- cqlmig:ignore-file truncate --»
                TRUNCATE a;
                """)
    }

    @Test("a comment with a reason is in order")
    func passes() {
        expectFindings(
            of: .ignoreWithoutReason,
            in: """
                -- cqlmig:ignore truncate -- only rows of tests
                TRUNCATE a;
                """)
    }
}
