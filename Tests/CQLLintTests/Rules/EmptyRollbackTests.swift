import Testing

@testable import CQLLint

@Suite struct EmptyRollbackTests {
    @Test("a marker with nothing behind it is found")
    func finds() {
        expectFindings(
            of: .emptyRollback,
            in: """
                USE a;
                «-- @down»
                -- nothing yet

                """)
    }

    @Test("a statement behind it is in order")
    func passes() {
        expectFindings(
            of: .emptyRollback,
            in: """
                USE a;
                -- @down
                USE b;
                """)
    }
}
