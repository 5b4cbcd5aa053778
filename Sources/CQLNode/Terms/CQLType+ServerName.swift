import CQLSyntax
import CQLWire

extension CQLType {
    /// The type as the server writes it in messages (`CQL3Type.toString`): what is kept as one cell is `frozen<…>`.
    func serverName(isMultiCell: Bool = false) -> String {
        func frozen(_ text: String) -> String { isMultiCell ? text : "frozen<\(text)>" }
        switch self {
        case .list(let element): return frozen("list<\(element.serverName())>")
        case .set(let element): return frozen("set<\(element.serverName())>")
        case .map(let key, let value): return frozen("map<\(key.serverName()), \(value.serverName())>")
        case .tuple(let elements):
            return "frozen<tuple<\(elements.map { $0.serverName() }.joined(separator: ", "))>>"
        case .udt(let type): return frozen(CQLIdentifier.quoted(type.name))
        case .vector(let element, let dimension): return "vector<\(element.serverName()), \(dimension)>"
        default: return description
        }
    }
}
