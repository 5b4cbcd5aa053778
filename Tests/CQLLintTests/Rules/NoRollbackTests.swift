import Testing

@testable import CQLLint

@Suite struct NoRollbackTests {
    @Test("a versioned script that cannot be taken back is found")
    func finds() {
        expectFindings(of: .noRollback, in: "CREATE TABLE a (id int PRIMARY KEY);", ofFile: 1)
    }

    @Test("a part, an undo script and a directive are in order, and so are other kinds")
    func passes() {
        expectFindings(
            of: .noRollback,
            in: """
                USE a;
                -- @down
                USE b;
                """)
        expectFindings(of: .noRollback, in: "USE a;", others: ["U5__a.cql": "USE b;"])
        expectFindings(
            of: .noRollback,
            in: """
                -- @irreversible rows were merged
                USE a;
                """)
        expectFindings(of: .noRollback, in: "USE a;", file: "R__a.cql")
    }

    @Test("a comment at the head of the file silences it")
    func more() {
        expectFindings(
            of: .noRollback,
            in: """
                -- cqlmig:ignore no-rollback -- the first version
                USE a;
                """)
        expectFindings(
            of: .noRollback,
            in: """
                USE a;
                -- cqlmig:ignore-file no-rollback -- the first version
                USE b;
                """)
        expectFindings(
            of: .noRollback,
            in: """
                USE a;
                -- cqlmig:ignore no-rollback -- too late
                USE b;
                """, ofFile: 1)
    }
}
