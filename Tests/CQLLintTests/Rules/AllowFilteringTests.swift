import Testing

@testable import CQLLint

@Suite struct AllowFilteringTests {
    @Test("a query that may read everything")
    func found() {
        expectFindings(of: .allowFiltering, in: "«SELECT id FROM users WHERE n > 1 ALLOW FILTERING»;")
    }

    @Test("a query by key")
    func silent() {
        expectFindings(of: .allowFiltering, in: "SELECT id FROM users WHERE id = 1;")
    }
}
