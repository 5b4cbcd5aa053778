import CQLWire

/// A term whose type is known: what is left to do is to put in what is bound, and to call functions.
indirect enum PreparedTerm: Hashable, Sendable {
    /// Null.
    case null
    /// A value.
    case value([UInt8])
    /// What is bound to the marker of this index.
    case marker(Int, CQLType)
    /// The elements of a list.
    case list([PreparedTerm])
    /// The elements of a set of this type, in any order.
    case set([PreparedTerm], element: CQLType)
    /// The entries of a map with keys of this type, in any order.
    case map([Entry], key: CQLType)
    /// The components of a tuple or the fields of a user-defined type; those that are not given are null.
    case components([PreparedTerm?])
    /// The elements of a vector of this type.
    case vector([PreparedTerm], CQLType)
    /// A call of a function.
    case call(NativeFunction, [PreparedTerm])

    /// A key of a map and its value.
    struct Entry: Hashable, Sendable {
        let key: PreparedTerm
        let value: PreparedTerm
    }

    /// Whether its value depends on what is bound or on when it is asked for.
    var isTerminal: Bool {
        switch self {
        case .null, .value: true
        case .marker, .call: false
        case .list(let elements), .set(let elements, _), .vector(let elements, _):
            elements.allSatisfy(\.isTerminal)
        case .map(let entries, _): entries.allSatisfy { $0.key.isTerminal && $0.value.isTerminal }
        case .components(let components): components.allSatisfy { $0?.isTerminal ?? true }
        }
    }

    /// Whether a bind marker stands in it.
    var containsMarker: Bool {
        switch self {
        case .null, .value: false
        case .marker: true
        case .call(_, let arguments): arguments.contains(where: \.containsMarker)
        case .list(let elements), .set(let elements, _), .vector(let elements, _):
            elements.contains(where: \.containsMarker)
        case .map(let entries, _): entries.contains { $0.key.containsMarker || $0.value.containsMarker }
        case .components(let components): components.contains { $0?.containsMarker ?? false }
        }
    }
}
