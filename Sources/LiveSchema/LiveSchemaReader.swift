import CQLClient
import CQLSyntax
import FoundationEssentials
import SchemaModel

/// Reads one keyspace.
struct LiveSchemaReader {
    let keyspace: String
    let hidden: Set<String>
    let cluster: Cluster
    let release: CassandraRelease

    /// How often a schema that changes meanwhile is read.
    static let attempts = 5

    func read() async throws(LiveSchemaError) -> LiveSchema? {
        var version = try await schemaVersion()
        for _ in 1...Self.attempts {
            let schema = try await readOnce()
            let after = try await schemaVersion()
            if after == version { return schema }
            version = after
        }
        throw .changing(attempts: Self.attempts)
    }

    private func readOnce() async throws(LiveSchemaError) -> LiveSchema? {
        var rows = try await self.rows(of: "keyspaces")
        guard !rows.isEmpty else { return nil }
        for table in ["types", "tables", "columns", "dropped_columns", "indexes"] {
            rows += try await self.rows(of: table).filter { !isHidden($0, "table_name") }
        }
        let catalogue: Catalogue
        do throws(SystemRowError) { catalogue = try Catalogue(rows: rows, release: release) } catch {
            throw .unreadable("\(error)".trimmingFullStop)
        }
        guard let found = catalogue[keyspace] else { return nil }
        var described = DescribedParts(keyspace: found, release: release)
        if try await needsDescription() {
            for statement in try await descriptions() { try described.take(statement) }
        }
        let unmodelled = try await objects(release) + described.unmodelled + Self.inexpressible(described.keyspace)
        return LiveSchema(keyspace: described.keyspace, release: release, unmodelled: unmodelled)
    }

    private func isHidden(_ row: SystemRow, _ column: String) -> Bool {
        guard case .text(let name) = row.values[column] else { return false }
        return hidden.contains(name)
    }

    // MARK: Queries

    private func schemaVersion() async throws(LiveSchemaError) -> UUID? {
        do throws(ClientError) {
            let result = try await cluster.execute(
                CQLClient.Statement("SELECT schema_version FROM system.local WHERE key = 'local'", consistency: .one))
            do throws(WireError) { return try result.rows.first?.uuid("schema_version") } catch {
                throw ClientError(.unreadable(error))
            }
        } catch {
            throw .client(error)
        }
    }

    /// Every column: which there are differs from release to release.
    private func rows(of table: String) async throws(LiveSchemaError) -> [SystemRow] {
        let statement = CQLClient.Statement(
            "SELECT * FROM system_schema.\(table) WHERE keyspace_name = ?", [.bytes(Array(keyspace.utf8))],
            consistency: .one)
        return try await collect(statement) { row throws(WireError) in try SystemRow(table, row) }
    }

    private func collect<Value>(
        _ statement: CQLClient.Statement, _ read: (Row) throws(WireError) -> Value
    ) async throws(LiveSchemaError) -> [Value] {
        var values: [Value] = []
        do throws(ClientError) {
            try await cluster.forEachRow(of: statement) { row throws(WireError) in values.append(try read(row)) }
        } catch {
            throw .client(error)
        }
        return values
    }

    // MARK: What has no place in the catalogue

    private static let kinds = [
        ("views", "view_name", "materialized view"), ("functions", "function_name", "function"),
        ("aggregates", "aggregate_name", "aggregate"), ("triggers", "trigger_name", "trigger"),
    ]

    private func objects(_ release: CassandraRelease) async throws(LiveSchemaError) -> [UnmodelledObject] {
        var objects: [UnmodelledObject] = []
        for (table, column, kind) in Self.kinds {
            for row in try await rows(of: table) where !isHidden(row, "table_name") {
                guard case .text(let name) = row.values[column] else {
                    throw .unreadable("a row of system_schema.\(table) has no text in its column \(column)")
                }
                objects.append(UnmodelledObject(kind, CQLIdentifier.quoted(name)))
            }
        }
        return objects
    }

    /// What no statement can make: it comes from Thrift, or from programs that write `system_schema` themselves.
    private static func inexpressible(_ keyspace: Keyspace) -> [UnmodelledObject] {
        keyspace.tables.values.sorted { $0.name < $1.name }.flatMap { table in
            let name = CQLIdentifier.quoted(table.name)
            var objects: [UnmodelledObject] = []
            if table.flags.contains(.super) { objects.append(UnmodelledObject("super column family", name)) }
            if table.isCounter, table.statics.isEmpty, table.regulars.isEmpty {
                objects.append(UnmodelledObject("table for counters without any", name))
            }
            if !table.options.extensions.isEmpty {
                objects.append(UnmodelledObject("the extensions of table", name))
            }
            return objects
        }
    }

    // MARK: DESCRIBE

    /// Whether the keyspace may have what no row of `system_schema` tells in a form that can be read back.
    private func needsDescription() async throws(LiveSchemaError) -> Bool {
        guard case .cassandra = cluster.platform else { return false }
        if release >= .v60 { return true }
        return release >= .v50 ? try await !rows(of: "column_masks").isEmpty : false
    }

    private func descriptions() async throws(LiveSchemaError) -> [String] {
        let statement = CQLClient.Statement(
            "DESCRIBE KEYSPACE \(CQLIdentifier.quoted(keyspace))", consistency: .one)
        return try await collect(statement) { row throws(WireError) in
            try row.text("create_statement") ?? ""
        }
    }
}

extension String {
    fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
