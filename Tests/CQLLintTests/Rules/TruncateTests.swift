import Testing

@testable import CQLLint

@Suite struct TruncateTests {
    @Test("it is found in both parts, however it is written")
    func finds() {
        expectFindings(
            of: .truncate,
            in: """
                «TRUNCATE users»;
                -- @down
                «truncate table ks.users»;
                """)
    }

    @Test("what stands in a comment or a text is none")
    func passes() {
        expectFindings(
            of: .truncate,
            in: """
                /*
                TRUNCATE users;
                */
                INSERT INTO a (id, b) VALUES (1, 'TRUNCATE users;');
                """)
    }
}
