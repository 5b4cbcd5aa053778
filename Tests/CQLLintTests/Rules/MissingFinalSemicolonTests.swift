import Testing

@testable import CQLLint

@Suite struct MissingFinalSemicolonTests {
    @Test("the end of the last statement is found and mended, in both parts")
    func finds() {
        expectFindings(
            of: .missingFinalSemicolon, in: "CREATE TABLE a (id int PRIMARY KEY)«» -- a table",
            fixed: "CREATE TABLE a (id int PRIMARY KEY); -- a table")
        expectFindings(
            of: .missingFinalSemicolon,
            in: """
                DROP TABLE a;
                -- @down
                DROP TABLE b«»

                """, fixed: "DROP TABLE a;\n-- @down\nDROP TABLE b;\n")
    }

    @Test("a comment behind the last one changes nothing")
    func passes() {
        expectFindings(
            of: .missingFinalSemicolon,
            in: """
                CREATE TABLE u (id int PRIMARY KEY); -- a; b
                -- done
                """)
    }
}
