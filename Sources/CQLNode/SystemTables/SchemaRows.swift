import CQLSyntax
import CQLWire
import SchemaModel

/// The rows of `system_schema`: those of the system's own keyspaces, and of the users'.
struct SchemaRows {
    private let release: CassandraRelease
    private let catalogue: Catalogue
    private let times: [String: Int64]
    private let leftovers: [SystemRow]

    /// - Parameter leftovers: Rows that are shown as well, as long as there are no others of their keys.
    init(_ release: CassandraRelease, _ catalogue: Catalogue, times: [String: Int64], leftovers: [SystemRow]) {
        self.release = release
        self.catalogue = catalogue
        self.times = times
        self.leftovers = leftovers
    }

    func rows(of name: String) -> [VirtualRow] {
        let users = catalogue.keyspaces.values.flatMap { keyspace in
            Self.rows(of: name, in: keyspace, release).map { row in
                guard name == "keyspaces", let time = times[keyspace.name] else { return row }
                return row.merging([VirtualColumn.writeTime: .bigint(time)]) { own, _ in own }
            }
        }
        return (Self.system[release]?[name] ?? []) + users + leftovers(of: name, beside: users)
    }

    private func leftovers(of name: String, beside rows: [VirtualRow]) -> [VirtualRow] {
        let own = leftovers.filter { $0.table == name }
        guard !own.isEmpty else { return [] }
        let columns = Self.keyColumns(of: name, release)
        let present = Set(rows.map { row in columns.map { row[$0] } })
        return own.map { $0.values.mapValues { CQLValue($0) } }.filter { row in
            !present.contains(columns.map { row[$0] })
        }
    }

    /// What a row is told apart from others by: its table and the values of its key.
    static func key(of row: SystemRow, _ release: CassandraRelease) -> [SystemValue?] {
        [.text(row.table)] + keyColumns(of: row.table, release).map { row.values[$0] }
    }

    private static func keyColumns(of name: String, _ release: CassandraRelease) -> [String] {
        let shape = SystemCatalogue.catalogue(of: release).table(name, in: "system_schema")
        return (shape?.primaryKey ?? []).map(\.name)
    }

    /// The rows of the system's own keyspaces by table, made once.
    private static let system: [CassandraRelease: [String: [VirtualRow]]] = {
        var rows: [CassandraRelease: [String: [VirtualRow]]] = [:]
        for release in CassandraRelease.allCases {
            for keyspace in SystemSchema.catalogue(for: release).keyspaces.values {
                for row in keyspace.rows(for: release) {
                    rows[release, default: [:]][row.table, default: []].append(row.values.mapValues { CQLValue($0) })
                }
            }
        }
        return rows
    }()

    private static func rows(of name: String, in keyspace: Keyspace, _ release: CassandraRelease) -> [VirtualRow] {
        keyspace.rows(for: release).filter { $0.table == name }.map { $0.values.mapValues { CQLValue($0) } }
    }
}

extension CQLValue {
    /// A value of `system_schema` as the protocol has it; sets and maps in the order of their texts, as the server
    /// keeps them.
    init(_ value: SystemValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .int(let number): self = .int(number)
        case .bigint(let number): self = .bigint(number)
        case .boolean(let flag): self = .boolean(flag)
        case .double(let number): self = .double(number)
        case .uuid(let id): self = .uuid(id)
        case .blob(let bytes): self = .blob(bytes)
        case .timestamp(let milliseconds): self = .timestamp(milliseconds)
        case .list(let values): self = .list(values.map { CQLValue($0) })
        case .set(let texts): self = .set(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .text($0) })
        case .map(let entries):
            let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            self = .map(sorted.map { Entry(.text($0.key), CQLValue($0.value)) })
        }
    }
}
