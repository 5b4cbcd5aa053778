import CQLNode
import CQLWire
import FoundationEssentials
import SchemaModel

/// An executor that notes what it is asked for: texts that begin with CREATE change the schema, `USE x` uses x, `FAIL x`
/// is refused with x, everything else is answered with one row that holds the text.
struct EchoExecutor: StatementExecutor {
    /// What ran, in order: the node and the text.
    private(set) var ran: [String] = []
    private var changes = 0
    private var known: [Set<Int>]

    init(nodes: Int) { known = Array(repeating: [], count: nodes) }

    func catalogue(of node: Int) -> Catalogue { Catalogue() }
    func schemaTimes(of node: Int) -> [String: Int64] { [:] }

    func schemaVersion(of node: Int) -> UUID { Self.version(known[node - 1].count) }

    /// The version of a schema after so many changes.
    static func version(_ changes: Int) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0x30, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(changes)))
    }

    mutating func prepare(_ cql: String, at node: Int, _ context: ExecutionContext) throws(ServerError) -> PreparedShape
    {
        PreparedShape(resultColumns: [Self.column])
    }

    mutating func execute(
        _ cql: String, _ values: BoundValues, at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> StatementEffect {
        ran.append("\(node) \(cql)")
        if cql.hasPrefix("FAIL ") { throw ServerError(.invalid, String(cql.dropFirst(5))) }
        if cql.hasPrefix("USE ") { return StatementEffect(ExecutionResult(.setKeyspace(String(cql.dropFirst(4))))) }
        if cql.hasPrefix("CREATE ") {
            changes += 1
            known[node - 1].insert(changes)
            return StatementEffect(ExecutionResult(.schemaChange(Self.change)), change: changes)
        }
        let text = "\(context.keyspace ?? "-") \(cql)"
        return StatementEffect(
            ExecutionResult(.rows(ResultRows(columns: [Self.column], rows: [[Array(text.utf8)]]))))
    }

    mutating func executeBatch(
        _ kind: Batch.Kind, _ entries: [BatchPart], at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        ran += entries.map { "\(node) \($0.cql)" }
        return ExecutionResult(.void)
    }

    mutating func learn(_ change: Int, at node: Int) -> CQLWire.SchemaChange? {
        known[node - 1].insert(change).inserted ? Self.change : nil
    }

    static let change = CQLWire.SchemaChange(.created, .keyspace("k"))
    static let column = ColumnSpecification(keyspace: "k", table: "t", name: "text", type: .text)
}
