import Testing

@testable import CQLLint

@Suite struct NoStatementsTests {
    @Test("a file of comments is found")
    func finds() {
        expectFindings(
            of: .noStatements,
            in: """
                «»-- todo

                """)
        expectFindings(of: .noStatements, in: "«»")
    }

    @Test("one statement is enough")
    func passes() {
        expectFindings(
            of: .noStatements,
            in: """
                -- todo
                USE a;
                """)
    }
}
