import CQLSyntax
import FoundationEssentials
import SchemaModel

/// A table of the system as the releases have it: asked of real nodes.
struct SystemTable: Sendable {
    /// Some columns as CREATE TABLE writes them, and the releases that have them.
    struct Columns: Sendable {
        let text: String
        let since: CassandraRelease
        let until: CassandraRelease?

        init(_ text: String, since: CassandraRelease = .v311, until: CassandraRelease? = nil) {
            self.text = text
            self.since = since
            self.until = until
        }
    }

    let keyspace: String
    let name: String
    private let since: CassandraRelease
    private let until: CassandraRelease?
    private let id: String?
    private let partition: [String]
    private let clustering: [String]
    private let comment: String
    private let gcGraceSeconds: Int32
    private let flushPeriod: Int32
    private let timeToLive: Int32
    private let columns: [Columns]

    /// - Parameters:
    ///   - since: the first release that has it.
    ///   - until: the first release that has it no more.
    init(
        _ keyspace: String, _ name: String, since: CassandraRelease = .v311, until: CassandraRelease? = nil,
        id: String? = nil, partition: [String], clustering: [String] = [], comment: String,
        gcGraceSeconds: Int32 = 0, flushPeriod: Int32 = 0, timeToLive: Int32 = 0, columns: [Columns]
    ) {
        self.keyspace = keyspace
        self.name = name
        self.since = since
        self.until = until
        self.id = id
        self.partition = partition
        self.clustering = clustering
        self.comment = comment
        self.gcGraceSeconds = gcGraceSeconds
        self.flushPeriod = flushPeriod
        self.timeToLive = timeToLive
        self.columns = columns
    }

    /// Whether a release has it.
    func exists(in release: CassandraRelease) -> Bool { release >= since && until.map { release < $0 } ?? true }

    /// The table as the catalogue of a release has it.
    ///
    /// - Throws: `SyntaxError` where a definition above is no CQL.
    func table(in release: CassandraRelease) throws(SyntaxError) -> Table {
        var found: [Column] = []
        for part in columns where release >= part.since && part.until.map({ release < $0 }) ?? true {
            let cql = "CREATE TABLE t (\(part.text), x_ int PRIMARY KEY)"
            guard case .createTable(let tree) = try StatementTree(parsing: cql) else { continue }
            for column in tree.columns where column.name.text != "x_" {
                found.append(Column(column.name.text, DataType(system: column.type), kind(of: column.name.text)))
            }
        }
        let key = partition + clustering
        found.sort { left, right in
            (key.firstIndex(of: left.name) ?? key.count) < (key.firstIndex(of: right.name) ?? key.count)
        }
        var options = TableOptions(for: release)
        options.comment = comment
        options.gcGraceSeconds = gcGraceSeconds
        options.memtableFlushPeriodInMs = flushPeriod
        options.defaultTimeToLive = timeToLive
        return Table(
            id: id.flatMap { UUID(uuidString: $0) }
                ?? Identity.uuid(StableDigest(of: "\(keyspace).\(name)"), version: 3),
            keyspace: keyspace, name: name, columns: found, options: options, isVirtual: isVirtual)
    }

    private var isVirtual: Bool { keyspace == "system_views" || keyspace == "system_virtual_schema" }

    private func kind(of column: String) -> Column.Kind {
        if partition.contains(column) { return .partitionKey }
        return clustering.contains(column) ? .clustering : .regular
    }
}

extension DataType {
    /// The type of a system table's column: no user-defined ones are among them.
    fileprivate init(system type: TypeExpression) {
        switch type {
        case .native(let native): self = .native(native)
        case .list(let element): self = .list(DataType(system: element), isFrozen: false)
        case .set(let element): self = .set(DataType(system: element), isFrozen: false)
        case .map(let key, let value): self = .map(DataType(system: key), DataType(system: value), isFrozen: false)
        case .tuple(let types): self = .tuple(types.map { DataType(system: $0) })
        case .vector(let element, let dimension): self = .vector(DataType(system: element), dimension: dimension)
        case .frozen(let inner): self = DataType(system: inner).frozen
        case .userDefined(let name): self = .userDefined(keyspace: "system", name: name.name.text, isFrozen: true)
        case .custom(let name): self = .custom(name)
        }
    }
}
