public import CQLSyntax
import FoundationEssentials
public import SchemaModel

/// Makes schemas by chance that a server of a release accepts: one keyspace with all kinds of objects in it.
///
/// Equal seeds make equal schemas. Every statement has been accepted by the model, and the model is held to what servers
/// answer; what it wrongly accepts, a real node shows.
public struct RandomSchemas: Sendable {
    /// The release whose rules hold.
    public let release: CassandraRelease
    /// The name of the keyspace.
    public let keyspace: String
    /// What the nodes allow: with masking there are masked columns.
    public let settings: NodeSettings
    /// Whether there is also what the tables of `system_schema` do not keep, so that nobody can read it back: constraints
    /// of columns (6.0).
    public let includesWhatRowsLack: Bool

    private var random: RandomSource
    private var clock: Int64 = 1_700_000_000_000_000

    /// Makes a source of schemas.
    public init(
        release: CassandraRelease,
        seed: UInt64,
        keyspace: String = "random",
        settings: NodeSettings = NodeSettings(),
        includesWhatRowsLack: Bool = false
    ) {
        self.release = release
        self.keyspace = keyspace
        self.settings = settings
        self.includesWhatRowsLack = includesWhatRowsLack
        random = RandomSource(seed: seed)
    }

    /// The next schema.
    public mutating func next() -> RandomSchema {
        var schema = RandomSchema(statements: [], catalogue: Catalogue(), refused: [])
        add(to: &schema) { $0.createKeyspace() }
        for _ in 0..<random.number(0...3) { add(to: &schema) { $0.createType() } }
        for _ in 0..<random.number(1...4) { add(to: &schema) { $0.createTable() } }
        for _ in 0..<random.number(0...6) { add(to: &schema) { $0.createIndex() } }
        return schema
    }

    /// A schema that differs from another: some of its objects are altered, gone or new.
    public mutating func variation(of schema: RandomSchema) -> RandomSchema {
        var schema = schema
        schema.refused = []
        for _ in 0..<random.number(1...8) {
            switch random.below(10) {
            case 0...4: add(to: &schema) { $0.alterTable() }
            case 5: add(to: &schema) { $0.alterType() }
            case 6: add(to: &schema) { $0.drop() }
            case 7: add(to: &schema) { $0.createTable() }
            case 8: add(to: &schema) { $0.createType() }
            default: add(to: &schema) { $0.createIndex() }
            }
        }
        return schema
    }

    /// Adds what a statement makes; what is refused is tried again in another way, a few times.
    private mutating func add(to schema: inout RandomSchema, _ write: (inout StatementWriter) -> String?) {
        for _ in 0..<5 {
            var writer = StatementWriter(
                release: release, settings: settings, includesWhatRowsLack: includesWhatRowsLack,
                keyspace: schema.catalogue[keyspace] ?? Keyspace(name: keyspace, replication: .simple(1)),
                random: random)
            let statement = write(&writer)
            random = writer.random
            guard let statement else { return }
            if let reason = refusal(of: statement, &schema.catalogue) {
                schema.refused.append(.init(statement: statement, reason: reason))
            } else {
                schema.statements.append(statement)
                return
            }
        }
    }

    /// Does a statement; gives why it cannot be done.
    private mutating func refusal(of statement: String, _ catalogue: inout Catalogue) -> String? {
        clock += 1000
        let halves = (random.next(), random.next())
        let context = SchemaContext(
            release: release, keyspace: keyspace, newTableID: Self.id(halves.0, halves.1), now: clock,
            dataCentres: ["dc1": 1], settings: settings)
        let tree: StatementTree
        do throws(SyntaxError) {
            tree = try StatementTree(parsing: statement, for: release)
        } catch {
            return "2000 \(error.diagnostic.message)"
        }
        do throws(SchemaRefusal) {
            return try catalogue.apply(tree, in: context)?.change == nil ? "0000 it changes nothing" : nil
        } catch {
            return "\(String(error.kind.code, radix: 16)) \(error.message)"
        }
    }

    /// A UUID of version 4.
    private static func id(_ high: UInt64, _ low: UInt64) -> UUID {
        let high = high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        func byte(_ number: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: number >> (56 - 8 * index)) }
        return UUID(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
                byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4),
                byte(low, 5), byte(low, 6), byte(low, 7)
            ))
    }
}
