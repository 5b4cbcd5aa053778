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
        var tables = [
            "types", "tables", "columns", "dropped_columns", "indexes", "triggers", "views", "functions", "aggregates",
        ]
        if release >= .v50, case .cassandra = cluster.platform { tables.append("column_masks") }
        for table in tables {
            rows += try await self.rows(of: table).filter { !isHidden($0, "table_name") }
        }
        var described: [DescribedElement] = []
        if needsDescription {
            guard let known = try await descriptions() else { return nil }
            rows = rows.filter(DescribedNames(known, release: release, beside: rows).knows)
            described = known
        }
        let catalogue: Catalogue
        do throws(SystemRowError) { catalogue = try Catalogue(rows: rows, release: release) } catch {
            throw .unreadable("\(error)".trimmingFullStop)
        }
        guard let found = catalogue[keyspace] else { return nil }
        var parts = DescribedParts(found)
        for element in described {
            parts.take(try DescribedStatements(element, release: release, beside: rows))
        }
        return LiveSchema(
            keyspace: parts.keyspace, release: release, inexpressible: Self.inexpressible(parts.keyspace))
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

    // MARK: What no statement makes

    /// What no statement can make: it comes from Thrift, or from programs that write `system_schema` themselves.
    private static func inexpressible(_ keyspace: Keyspace) -> [InexpressibleObject] {
        keyspace.tables.values.sorted { $0.name < $1.name }.flatMap { table in
            let name = CQLIdentifier.quoted(table.name)
            var objects: [InexpressibleObject] = []
            if table.flags.contains(.super) { objects.append(InexpressibleObject("super column family", name)) }
            if table.isCounter, table.statics.isEmpty, table.regulars.isEmpty {
                objects.append(InexpressibleObject("table for counters without any", name))
            }
            if !table.options.extensions.isEmpty {
                objects.append(InexpressibleObject("the extensions of table", name))
            }
            return objects
        }
    }

    // MARK: DESCRIBE

    /// Whether the keyspace may have what no row of `system_schema` tells in a form that can be read back, and rows that
    /// tell of nothing.
    private var needsDescription: Bool { cluster.platform.hasTransactionalMetadata }

    /// What DESCRIBE says; nil where it knows no such keyspace.
    private func descriptions() async throws(LiveSchemaError) -> [DescribedElement]? {
        do throws(LiveSchemaError) {
            return try await collect(DescribedElement.question(keyspace)) { row throws(WireError) in
                try DescribedElement(row)
            }
        } catch {
            guard error.isRefusal else { throw error }
            return nil
        }
    }
}

extension String {
    fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
