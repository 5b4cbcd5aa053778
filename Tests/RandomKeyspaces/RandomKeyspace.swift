public import CQLSyntax
public import SchemaModel

/// Makes schemas by chance: statements are thrown at the model, and those that it takes count.
///
/// The names come from small pools, so that two schemas have many names in common and differ in what is behind them.
public struct RandomKeyspace: Sendable {
    /// The release whose statements are made.
    public let release: CassandraRelease
    /// The keyspace's name.
    public let keyspace: String
    var generator: SeededGenerator

    /// Begins with a seed.
    public init(seed: UInt64, release: CassandraRelease, keyspace: String = "k") {
        self.release = release
        self.keyspace = keyspace
        generator = SeededGenerator(seed: seed)
    }

    /// An empty keyspace.
    public var empty: Keyspace { Keyspace(name: keyspace, replication: .simple(1)) }

    /// A keyspace with something in it.
    public mutating func make() -> Keyspace {
        var result = empty
        for _ in 0..<generator.number(4...14) { result = step(from: result).keyspace }
        return result
    }

    /// A keyspace with some statements more.
    public mutating func variant(of start: Keyspace) -> Keyspace {
        var result = start
        for _ in 0..<generator.number(1...8) { result = step(from: result).keyspace }
        return result
    }

    /// A keyspace after the next statement that the rules let pass, and the statement.
    public mutating func step(from start: Keyspace) -> (keyspace: Keyspace, statement: String) {
        for _ in 0..<50 {
            guard let statement = statement(for: start),
                let tree = try? StatementTree(parsing: statement, for: release)
            else { continue }
            var replay = SchemaReplay(
                release: release, keyspace: keyspace, catalogue: Catalogue(keyspaces: [keyspace: start]))
            do throws(SchemaRefusal) { try replay.run(tree) } catch { continue }
            guard let result = replay.catalogue[keyspace], result != start else { continue }
            return (result, statement)
        }
        return (start, "")
    }

    // MARK: Statements

    /// A statement, which need not be a good one.
    private mutating func statement(for keyspace: Keyspace) -> String? {
        let isEmpty = keyspace.tables.isEmpty
        switch generator.number(0...(isEmpty ? 5 : 19)) {
        case 0...1: return createType(keyspace)
        case 2...5: return createTable(keyspace)
        case 6...8: return createIndex(keyspace)
        case 9...10: return addColumn(keyspace)
        case 11: return dropColumn(keyspace)
        case 12: return renameKey(keyspace)
        case 13...14: return alterOptions(keyspace)
        case 15: return alterType(keyspace)
        case 16: return alterKeyspace()
        case 17: return alterColumn(keyspace)
        case 18: return drop(keyspace)
        default: return generator.chance(30) ? drop(keyspace) : createIndex(keyspace)
        }
    }

    private mutating func drop(_ keyspace: Keyspace) -> String? {
        switch generator.number(0...2) {
        case 0: pick(keyspace.tables).map { "DROP TABLE \(quoted($0.name))" }
        case 1: pick(keyspace.types).map { "DROP TYPE \(quoted($0.name))" }
        default:
            generator.pick(keyspace.tables.values.flatMap(\.indexes.keys).sorted()).map { "DROP INDEX \(quoted($0))" }
        }
    }

    private mutating func alterKeyspace() -> String {
        let replication =
            generator.chance(70)
            ? "{'class': 'SimpleStrategy', 'replication_factor': \(generator.number(1...3))}"
            : "{'class': 'NetworkTopologyStrategy', 'datacenter1': \(generator.number(1...3))}"
        let more = generator.chance(30) ? " AND durable_writes = \(generator.chance(50))" : ""
        return "ALTER KEYSPACE \(quoted(keyspace)) WITH replication = \(replication)\(more)"
    }

    // MARK: Choices

    mutating func pick<Value>(_ dictionary: [String: Value]) -> Value? {
        generator.pick(dictionary.keys.sorted()).flatMap { dictionary[$0] }
    }

    func quoted(_ name: String) -> String { CQLIdentifier.quoted(name) }
}
