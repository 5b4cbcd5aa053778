import CQLClient
import Testing

@testable import MigrationEngine

/// The checks of permissions and settings.
@Suite struct AccessCheckTests {
    private func permissions(
        _ grants: [(String, String)], isSuperuser: Bool = false, history: String = "log", hasTables: Bool = true
    ) -> [DoctorFinding] {
        let role = RolePermissions(
            role: "mig", isSuperuser: isSuperuser, grants: Set(grants.map { RolePermissions.grant($0.1, on: $0.0) }))
        return PermissionCheck(
            permissions: .known(role), targets: ["shop"], histories: [(history, hasTables)]
        ).findings
    }

    private static func all(_ resource: String, _ permissions: String...) -> [(String, String)] {
        permissions.map { (resource, $0) }
    }

    @Test("what a role lacks is named, with the statements that grant it")
    func lacking() {
        let found = permissions(
            Self.all("<keyspace shop>", "CREATE", "SELECT") + Self.all("<all keyspaces>", "ALTER")
                + Self.all("<keyspace log>", "SELECT"))
        #expect(found.map(\.result) == [.problem, .problem, .warning])
        #expect(
            found.map(\.message) == [
                "role mig has no MODIFY on keyspace log: log and lock cannot be used",
                "role mig has no DROP on keyspace shop: scripts that need it are refused",
                "role mig has no MODIFY on keyspace shop: scripts that read or write rows are refused",
            ])
        #expect(found.map(\.hint).first == "GRANT MODIFY ON KEYSPACE log TO mig")
    }

    @Test("rights on both tables are enough for log and lock, rights on the tables of a keyspace for rows")
    func tables() {
        let schema = Self.all("<keyspace shop>", "CREATE", "ALTER", "DROP")
        let rows = Self.all("<all tables in shop>", "SELECT", "MODIFY")
        let log = Self.all("<table log.cqlmig_log>", "SELECT", "MODIFY")
        let lock = Self.all("<table log.cqlmig_lock>", "SELECT", "MODIFY")
        #expect(permissions(schema + rows + log + lock).map(\.result) == [.ok])
        #expect(permissions(schema + rows + log).map(\.result) == [.problem])
        #expect(permissions(rows + log + lock).map(\.result) == [.problem])
    }

    @Test("before init the tables have to be made")
    func beforeInit() {
        let grants =
            Self.all("<keyspace shop>", "CREATE", "ALTER", "DROP", "SELECT", "MODIFY")
            + Self.all("<keyspace log>", "SELECT", "MODIFY")
        #expect(permissions(grants).map(\.result) == [.ok])
        #expect(
            permissions(grants, hasTables: false).map(\.message)
                == ["role mig has no CREATE on keyspace log: log and lock cannot be used"])
    }

    @Test("a superuser may do everything, and what cannot be listed is unknown")
    func others() {
        #expect(permissions([], isSuperuser: true).map(\.result) == [.ok])
        let unknown = PermissionCheck(permissions: .unknown("off"), targets: [], histories: []).findings
        #expect(unknown.map(\.result) == [.unknown])
        #expect(unknown.map(\.message) == ["off"])
    }

    // MARK: Settings

    private func settings(
        _ nodes: [String: [String: String]], silent: [String] = [], tables: Int? = 0, size: SchemaSize = SchemaSize(),
        standing: Access.Standing = .ordinary
    ) -> [DoctorFinding] {
        SettingCheck(
            settings: .known(NodeConfiguration(nodes: nodes, silent: silent)), tables: tables, sizes: ["shop": size],
            consistency: .localQuorum, serialConsistency: .serial, standing: standing
        ).findings
    }

    @Test("what is switched off is named, with the nodes where not all have it so")
    func switches() {
        let found = settings([
            "a": ["drop_truncate_table_enabled": "false", "alter_table_enabled": "true"],
            "b": ["drop_truncate_table_enabled": "true", "table_properties_disallowed": "[comment, cdc]"],
        ])
        #expect(found.map(\.result) == [.warning, .warning])
        #expect(
            found.map(\.message) == [
                "drop_truncate_table_enabled is false on a: it refuses DROP TABLE and TRUNCATE",
                "table_properties_disallowed on b refuses the table options comment, cdc",
            ])
    }

    @Test("a consistency that log and lock need and a node refuses is a problem")
    func levels() {
        let found = settings(["a": ["write_consistency_levels_disallowed": "[ANY, SERIAL]"]])
        #expect(found.map(\.result) == [.problem])
        #expect(
            found.first?.message
                == "write_consistency_levels_disallowed refuses SERIAL, with which log and lock are used")
        #expect(settings(["a": ["write_consistency_levels_disallowed": "[ANY, LOCAL_SERIAL]"]]).map(\.result) == [.ok])
    }

    @Test(
        "a threshold is named with what there is when it is reached or near",
        arguments: [(9, "ok"), (18, "warning"), (20, "problem"), (21, "problem")])
    func thresholds(tables: Int, result: String) {
        let found = settings(["a": ["tables_fail_threshold": "20"]], tables: tables)
        #expect(found.map(\.result.rawValue) == [result])
        guard result != "ok" else { return }
        #expect(
            found.first?.message.hasPrefix(
                "tables_fail_threshold is 20, and the keyspaces of users have \(tables) tables")
                == true)
    }

    @Test("the largest table is held against the thresholds of one table")
    func largest() {
        let size = SchemaSize(columns: .init(name: "users", count: 50), indexes: .init(name: "users", count: 1))
        let found = settings(
            ["a": ["columns_per_table_fail_threshold": "50", "secondary_indexes_per_table_fail_threshold": "-1"]],
            size: size)
        #expect(
            found.map(\.message)
                == ["columns_per_table_fail_threshold is 50, and shop.users has 50 columns: one more is refused"])
        #expect(found.map(\.result) == [.warning])
    }

    @Test("guardrails hold neither for superusers nor without a login; features are off for everybody")
    func standing() {
        let node = ["a": ["drop_truncate_table_enabled": "false", "materialized_views_enabled": "false"]]
        for standing in [Access.Standing.superuser, .anonymous] {
            let found = settings(node, standing: standing)
            #expect(found.map(\.result) == [.ok])
            #expect(
                found.first?.message
                    == "guardrails are set (1), which hold neither for superusers nor where nobody logs in; off: "
                    + "materialized views")
        }
        let views = settings(node, size: SchemaSize(hasViews: true), standing: .superuser)
        #expect(views.map(\.result) == [.warning])
        #expect(
            views.first?.message
                == "materialized_views_enabled is false: no new materialized views can be made, and shop has some")
    }

    @Test("a node that could not be asked is named")
    func silent() {
        let found = settings(["a": [:]], silent: ["b"])
        #expect(found.map(\.result) == [.unknown])
        #expect(found.first?.message == "what these nodes refuse could not be read: b")
    }
}
