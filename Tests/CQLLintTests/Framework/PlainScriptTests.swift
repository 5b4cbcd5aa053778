import Testing

@testable import CQLLint

/// What a plain good script hears: nothing that anybody has to act on.
@Suite struct PlainScriptTests {
    static let scripts = [
        """
        CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, name text, mail text);

        -- @down
        DROP TABLE IF EXISTS users;

        """,
        """
        -- Orders of a customer, the newest first.
        CREATE TYPE IF NOT EXISTS address (street text, city text);
        CREATE TABLE IF NOT EXISTS orders (
            customer uuid, month date, at timestamp, id uuid, total decimal, ship_to frozen<address>,
            PRIMARY KEY ((customer, month), at, id)
        ) WITH CLUSTERING ORDER BY (at DESC, id ASC) AND comment = 'what customers have bought';

        -- @down
        DROP TABLE IF EXISTS orders;
        DROP TYPE IF EXISTS address;

        """,
    ]

    @Test("a table that is made and dropped again", arguments: scripts, LintPlatform.allCases)
    func silent(script: String, platform: LintPlatform) {
        let folder = LintedFolder(
            ["V1__script.cql": script], LintConfiguration(platform: platform, keyspace: "shop", localDataCentre: "dc1"))
        #expect(folder.report.findings.filter { $0.severity >= .warning }.map(\.message) == [])
    }

    @Test("ten tables of a script hear nothing at all")
    func tenTables() {
        let tables = (1...10).map { "CREATE TABLE IF NOT EXISTS t\($0) (id uuid PRIMARY KEY, name text, n int);" }
        let drops = (1...10).map { "DROP TABLE IF EXISTS t\(11 - $0);" }
        let text = (tables + ["-- @down"] + drops).joined(separator: "\n") + "\n"
        #expect(LintedFolder(["V1__script.cql": text]).report.findings.map(\.message) == [])
    }
}
