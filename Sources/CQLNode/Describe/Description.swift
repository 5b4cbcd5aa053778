import CQLSyntax
import CQLWire
import SchemaModel

/// What a node answers to DESCRIBE (4.0 and later; `DescribeStatement`).
struct Description {
    private let release: CassandraRelease
    private let clusterName: String
    private let users: Catalogue
    private let all: Catalogue
    private let current: String?
    private let pageSize: Int?
    private let pagingState: [UInt8]?

    /// - Parameters:
    ///   - catalogue: The users' keyspaces as the node sees them.
    ///   - context: The keyspace in use and the page that is wanted.
    init(_ release: CassandraRelease, clusterName: String, _ catalogue: Catalogue, _ context: ExecutionContext) {
        self.release = release
        self.clusterName = clusterName
        users = catalogue
        var all = SystemCatalogue.catalogue(of: release)
        all.keyspaces.merge(catalogue.keyspaces) { system, _ in system }
        self.all = all
        current = context.keyspace
        pageSize = context.pageSize
        pagingState = context.pagingState
    }

    /// The answer.
    ///
    /// - Throws: The server's words for what is not there.
    func answer(to describe: Describe) throws(ServerError) -> ExecutionResult {
        switch describe.target {
        case .cluster: return cluster
        case .list(let kind): return try result(names(of: kind), ["keyspace_name", "type", "name"])
        default:
            let elements = try elements(describe)
            return try result(
                elements.map(Self.cells), ["keyspace_name", "type", "name", "create_statement"])
        }
    }

    private func elements(_ describe: Describe) throws(ServerError) -> [Describer.Element] {
        let writer = Describer(release: release, withInternals: describe.withInternals)
        switch describe.target {
        case .schema(let isFull):
            let keyspaces = (isFull ? all : users).keyspaces.values.sorted { $0.name < $1.name }
            return keyspaces.flatMap { writer.elements(of: $0) }
        case .keyspace(let name, let isOnly):
            guard let name = name?.text ?? current else {
                throw ServerError(.invalid, "No keyspace specified and no current keyspace")
            }
            let keyspace = try keyspace(name)
            return isOnly ? Array(writer.elements(of: keyspace).prefix(1)) : writer.elements(of: keyspace)
        case .object(let kind, let name): return try object(kind, name, writer)
        case .anything(let name): return try anything(name, writer)
        case .cluster, .list: return []
        }
    }

    // MARK: Looking up

    private func keyspace(_ name: String) throws(ServerError) -> Keyspace {
        guard let keyspace = all[name] else { throw ServerError(.invalid, "'\(name)' not found in keyspaces") }
        return keyspace
    }

    private func keyspace(of name: QualifiedName) throws(ServerError) -> Keyspace {
        guard let own = name.keyspace?.text ?? current else {
            throw ServerError(.invalid, "No keyspace specified and no current keyspace")
        }
        return try keyspace(own)
    }

    private func object(
        _ kind: ObjectKind, _ name: QualifiedName, _ writer: Describer
    ) throws(ServerError) -> [Describer.Element] {
        let keyspace = try keyspace(of: name)
        let wanted = name.name.text
        switch kind {
        case .table:
            guard let table = keyspace.tables[wanted] else {
                throw ServerError(.invalid, "Table '\(wanted)' not found in keyspace '\(keyspace.name)'")
            }
            return writer.elements(of: table, in: keyspace)
        case .index:
            guard let table = keyspace.table(ofIndex: wanted), let index = table.indexes[wanted] else {
                throw ServerError(.invalid, "Table for existing index '\(wanted)' not found in '\(keyspace.name)'")
            }
            return [Self.element(keyspace.name, .index, wanted, writer.text(index, on: table))]
        case .type:
            guard let type = keyspace.types[wanted] else {
                throw ServerError(.invalid, "User defined type '\(wanted)' not found in '\(keyspace.name)'")
            }
            return [Self.element(keyspace.name, .type, wanted, writer.text(type))]
        case .materializedView:
            guard let view = keyspace.views[wanted] else {
                throw ServerError(.invalid, "Materialized view '\(wanted)' not found in '\(keyspace.name)'")
            }
            return [writer.element(view)]
        case .aggregate:
            let aggregates = writer.aggregates(of: keyspace, named: wanted)
            guard aggregates.isEmpty else { return aggregates }
            throw ServerError(.invalid, "User defined aggregate '\(wanted)' not found in '\(keyspace.name)'")
        default:
            let functions = writer.functions(of: keyspace, named: wanted)
            guard functions.isEmpty else { return functions }
            throw ServerError(.invalid, "User defined function '\(wanted)' not found in '\(keyspace.name)'")
        }
    }

    /// A keyspace, or what bears the name in the keyspace in use: a table, a view or an index.
    private func anything(
        _ name: QualifiedName, _ writer: Describer
    ) throws(ServerError) -> [Describer.Element] {
        let wanted = name.name.text
        if name.keyspace == nil, let keyspace = all[wanted] { return writer.elements(of: keyspace) }
        guard let own = name.keyspace?.text ?? current else {
            throw ServerError(.invalid, "'\(wanted)' not found in keyspaces")
        }
        let keyspace = try keyspace(own)
        if let table = keyspace.tables[wanted] { return writer.elements(of: table, in: keyspace) }
        if let view = keyspace.views[wanted] { return [writer.element(view)] }
        if let table = keyspace.table(ofIndex: wanted), let index = table.indexes[wanted] {
            return [Self.element(keyspace.name, .index, wanted, writer.text(index, on: table))]
        }
        throw ServerError(.invalid, "'\(wanted)' not found in keyspace '\(own)'")
    }

    // MARK: Rows

    private static func element(
        _ keyspace: String, _ kind: Describer.Element.Kind, _ name: String, _ statement: String
    ) -> Describer.Element {
        Describer.Element(keyspace: keyspace, kind: kind, name: name, statement: statement)
    }

    private static func cells(_ element: Describer.Element) -> [String] {
        [
            CQLIdentifier.quoted(element.keyspace), element.kind.rawValue, element.shownName, element.statement,
        ]
    }

    private func names(of kind: Describe.ListedKind) -> [[String]] {
        let keyspaces = all.keyspaces.values.sorted { $0.name < $1.name }
        let own = current.map { name in keyspaces.filter { $0.name == name } } ?? keyspaces
        func row(_ keyspace: String, _ kind: String, _ name: String) -> [String] {
            [CQLIdentifier.quoted(keyspace), kind, CQLIdentifier.quoted(name)]
        }
        func row(_ element: Describer.Element) -> [String] {
            [CQLIdentifier.quoted(element.keyspace), element.kind.rawValue, element.shownName]
        }
        switch kind {
        case .keyspaces: return keyspaces.map { row($0.name, "keyspace", $0.name) }
        case .tables:
            return own.flatMap { keyspace in keyspace.tables.keys.sorted().map { row(keyspace.name, "table", $0) } }
        case .types:
            return own.flatMap { keyspace in keyspace.types.keys.sorted().map { row(keyspace.name, "type", $0) } }
        case .functions: return own.flatMap { Describer(release: release).functions(of: $0).map(row) }
        case .aggregates: return own.flatMap { Describer(release: release).aggregates(of: $0).map(row) }
        }
    }

    private var cluster: ExecutionResult {
        let cells = [clusterName, "Murmur3Partitioner", "DynamicEndpointSnitch"].map { Array($0.utf8) as [UInt8]? }
        return ExecutionResult(
            .rows(ResultRows(columns: Self.columns(["cluster", "partitioner", "snitch"]), rows: [cells])))
    }

    private static func columns(_ names: [String]) -> [ColumnSpecification] {
        names.map { ColumnSpecification(keyspace: "system", table: "describe", name: $0, type: .text) }
    }

    /// A page of the rows; its state is the number of the row at which the next one begins.
    private func result(_ rows: [[String]], _ columns: [String]) throws(ServerError) -> ExecutionResult {
        var start = 0
        if let pagingState {
            guard pagingState.count == 4 else {
                throw ServerError(.protocolError, "Invalid value for the paging state")
            }
            start = pagingState.reduce(0) { $0 << 8 | Int($1) }
        }
        let end = min(rows.count, start + (pageSize ?? rows.count))
        let page = start < end ? rows[start..<end] : []
        let next = end < rows.count ? [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: end >> $0) } : nil
        return ExecutionResult(
            .rows(
                ResultRows(
                    columns: Self.columns(columns), rows: page.map { $0.map { Array($0.utf8) } }, pagingState: next)))
    }
}
