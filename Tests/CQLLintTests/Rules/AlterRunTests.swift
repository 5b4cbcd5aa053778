import Testing

@testable import CQLLint

@Suite struct AlterRunTests {
    @Test("the second of two that could be one")
    func found() {
        expectFindings(
            of: .alterRun,
            in:
                """
                ALTER TABLE users ADD a int;
                «ALTER TABLE users ADD b int»;
                """)
        expectFindings(
            of: .alterRun,
            in:
                """
                ALTER TABLE users DROP phone;
                «ALTER TABLE users DROP n»;
                «ALTER TABLE users DROP m»;
                """)
    }

    @Test("other tables, other changes and the other part are something else")
    func silent() {
        expectFindings(
            of: .alterRun,
            in:
                """
                ALTER TABLE users ADD a int;
                ALTER TABLE orders ADD b int;
                """)
        expectFindings(
            of: .alterRun,
            in:
                """
                ALTER TABLE users ADD a int;
                ALTER TABLE users DROP b;
                """)
        expectFindings(
            of: .alterRun,
            in:
                """
                ALTER TABLE users ADD a int;
                -- @down
                ALTER TABLE users DROP a;
                """)
        expectFindings(of: .alterRun, in: "ALTER TABLE users ADD (a int, b int);")
    }
}
