import Testing

@testable import CQLLint

@Suite struct UnknownDirectiveTests {
    @Test("unknown and misplaced ones are found")
    func finds() {
        expectFindings(
            of: .unknownDirective,
            in: """
                -- «@destructiv»
                DROP TABLE a;
                """)
        expectFindings(
            of: .unknownDirective,
            in: """
                DROP TABLE a;
                «-- @destructive too late»
                """)
    }

    @Test("the two that there are are known")
    func passes() {
        expectFindings(
            of: .unknownDirective,
            in: """
                -- @irreversible rows are gone
                -- @destructive on purpose
                DROP TABLE a;
                """)
    }
}
