import CQLSyntax
import MigrationLog

/// What the role may do, held against what migrations need.
struct PermissionCheck {
    let permissions: Fact<RolePermissions>
    let targets: [String]
    /// The history keyspaces, and whether their tables are there.
    let histories: [(name: String, hasTables: Bool)]

    /// To change the schema.
    private static let definition = ["CREATE", "ALTER", "DROP"]

    var findings: [DoctorFinding] {
        switch permissions {
        case .unknown(let reason): return [DoctorFinding(.permissions, .unknown, reason)]
        case .known(let role) where role.isSuperuser:
            return [DoctorFinding(.permissions, .ok, "role \(role.role) is a superuser: it may do everything")]
        case .known(let role):
            var findings: [DoctorFinding] = []
            for (name, hasTables) in histories {
                // `init` makes the tables.
                let wanted =
                    hasTables || targets.contains(name) ? RolePermissions.data : ["CREATE"] + RolePermissions.data
                findings += lack(role, wanted, name, HistoryTables.names, .problem, "log and lock cannot be used")
            }
            for name in targets {
                findings += lack(role, Self.definition, name, [], .problem, "scripts that need it are refused")
                guard !histories.contains(where: { $0.name == name }) else { continue }
                findings += lack(
                    role, RolePermissions.data, name, [], .warning, "scripts that read or write rows are refused")
            }
            guard findings.isEmpty else { return findings }
            let places = (targets + histories.map(\.name).filter { !targets.contains($0) }).joined(separator: ", ")
            return [DoctorFinding(.permissions, .ok, "role \(role.role) has what migrations of \(places) need")]
        }
    }

    private func lack(
        _ role: RolePermissions, _ wanted: [String], _ keyspace: String, _ tables: [String],
        _ result: DoctorFinding.Result, _ effect: String
    ) -> [DoctorFinding] {
        let lacking = role.lacking(wanted, on: keyspace, orOnAllOf: tables)
        guard !lacking.isEmpty else { return [] }
        let grants = lacking.map {
            "GRANT \($0) ON KEYSPACE \(CQLIdentifier.quoted(keyspace)) TO \(CQLIdentifier.quoted(role.role))"
        }
        return [
            DoctorFinding(
                .permissions, result,
                "role \(role.role) has no \(lacking.joined(separator: ", ")) on keyspace \(keyspace): \(effect)",
                hint: grants.joined(separator: "; "))
        ]
    }
}
