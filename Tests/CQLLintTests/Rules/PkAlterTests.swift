import Testing

@testable import CQLLint

@Suite struct PkAlterTests {
    @Test("no release changes a key")
    func finds() {
        expectFindings(of: .pkAlter, in: "ALTER TABLE users ADD «PRIMARY KEY» (id, email);")
    }

    @Test("what stands in a comment is none")
    func passes() {
        expectFindings(
            of: .pkAlter,
            in: """
                -- ALTER TABLE users ADD PRIMARY KEY (id)
                ALTER TABLE users ADD a int;
                """)
    }
}
