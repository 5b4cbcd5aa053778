public import CQLSyntax
public import CQLWire

/// Which requests a fault is about.
public indirect enum FaultCondition: Hashable, Sendable {
    /// Every request.
    case any
    /// Those with this opcode.
    case opcode(Opcode)
    /// Those that run or prepare a statement of this kind.
    case kind(StatementKind)
    /// Those that run or prepare a statement with this verb, such as `CREATE TABLE`; see ``StatementSummary/verb``.
    case verb(String)
    /// Those that run or prepare a statement on this table, type, index or keyspace; without a keyspace in front, on one
    /// of that name in any.
    case object(ObjectName)
    /// Those that run or prepare a statement with this text in it; case counts.
    case text(String)
    /// The n-th request of its connection, counted from 1, the handshake included.
    case frame(Int)
    /// Those on the n-th connection that its node took, counted from 1.
    case connection(Int)
    /// Those that come to this node, counted from 1.
    case node(Int)
    /// Those for which all hold.
    case all([FaultCondition])
    /// Those for which one holds.
    case either([FaultCondition])
    /// Those for which it does not hold.
    case not(FaultCondition)
}

extension FaultCondition {
    /// Whether it holds for a request.
    func holds(for subject: FaultSubject) -> Bool {
        switch self {
        case .any: true
        case .opcode(let opcode): subject.opcode == opcode
        case .kind(let kind): subject.statements.contains { $0.summary.kind == kind }
        case .verb(let verb): subject.statements.contains { $0.summary.verb == verb.uppercased() }
        case .object(let name): subject.statements.contains { $0.names(name) }
        case .text(let text): subject.statements.contains { $0.text.contains(text) }
        case .frame(let number): subject.frame == number
        case .connection(let number): subject.connection == number
        case .node(let number): subject.node == number
        case .all(let conditions): conditions.allSatisfy { $0.holds(for: subject) }
        case .either(let conditions): conditions.contains { $0.holds(for: subject) }
        case .not(let condition): !condition.holds(for: subject)
        }
    }
}

extension FaultCondition: CustomStringConvertible {
    /// The text that is read as this condition.
    public var description: String {
        switch self {
        case .any: "any"
        case .opcode(let opcode): "opcode \(opcode)"
        case .kind(let kind): "kind \(kind.rawValue)"
        case .verb(let verb): "verb \(FaultText.quoted(verb))"
        case .object(let name): "object \(name)"
        case .text(let text): "text \(FaultText.quoted(text))"
        case .frame(let number): "frame \(number)"
        case .connection(let number): "connection \(number)"
        case .node(let number): "node \(number)"
        case .all(let parts): Self.joined(parts, "and", empty: "any")
        case .either(let parts): Self.joined(parts, "or", empty: "not any")
        case .not(let condition): "not \(condition.enclosed)"
        }
    }

    private var enclosed: String {
        switch self {
        case .all(let parts) where parts.count != 1, .either(let parts) where parts.count != 1: "(\(self))"
        default: description
        }
    }

    private static func joined(_ parts: [FaultCondition], _ word: String, empty: String) -> String {
        parts.isEmpty ? empty : parts.map(\.enclosed).joined(separator: " \(word) ")
    }
}
