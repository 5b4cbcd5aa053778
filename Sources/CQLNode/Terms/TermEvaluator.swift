import CQLSyntax
import CQLWire

/// What terms get their values from when a statement is executed.
struct TermEvaluator: Sendable {
    /// The values of the bind markers, one for each.
    var values: [BoundValue]
    /// The release whose messages apply.
    let release: CassandraRelease
    /// Where unique identifiers and the time come from.
    var identifiers: IdentifierSource

    init(values: [BoundValue], context: ExecutionContext, identifiers: IdentifierSource) {
        self.values = values
        self.release = context.release
        self.identifiers = identifiers
    }

    /// What evaluates terms in which nothing bound takes part.
    init(release: CassandraRelease) {
        values = []
        self.release = release
        identifiers = IdentifierSource(now: 0, entropy: 0)
    }

    /// The value of a term.
    mutating func evaluate(_ term: PreparedTerm) throws(ServerError) -> BoundValue {
        switch term {
        case .null: return .null
        case .value(let bytes): return .bytes(bytes)
        case .marker(let index, let type): return try bound(index, type)
        case .list(let elements):
            guard let parts = try collect(elements) else { return .unset }
            return .bytes(ValueParts.joinCounted(parts))
        case .set(let elements, let element):
            guard var parts = try collect(elements) else { return .unset }
            parts.sort { ValueOrder.compare($0, $1, as: element) < 0 }
            var unique: [[UInt8]] = []
            for part in parts where unique.last.map({ ValueOrder.compare($0, part, as: element) != 0 }) ?? true {
                unique.append(part)
            }
            return .bytes(ValueParts.joinCounted(unique))
        case .map(let entries, let key):
            return try evaluate(entries, key: key)
        case .components(let components):
            var parts: [[UInt8]?] = []
            for component in components {
                parts.append(try component.map { term throws(ServerError) in try bytes(term) } ?? nil)
            }
            return .bytes(ValueParts.joinComponents(parts))
        case .vector(let elements, let type):
            guard let parts = try collect(elements) else { return .unset }
            return .bytes(try joinVector(parts, type))
        case .call(let function, let arguments):
            return try call(function, arguments)
        }
    }

    /// The value of a term; unset counts as null.
    mutating func bytes(_ term: PreparedTerm) throws(ServerError) -> [UInt8]? {
        if case .bytes(let bytes) = try evaluate(term) { return bytes }
        return nil
    }

    private func bound(_ index: Int, _ type: CQLType) throws(ServerError) -> BoundValue {
        guard index < values.count else { throw .invalid("Invalid amount of bind variables") }
        if case .bytes(let bytes) = values[index] { try ValueCheck.check(bytes[...], as: type) }
        return values[index]
    }

    /// The elements of a collection, none of which may be null; nil if one is unset.
    private mutating func collect(_ elements: [PreparedTerm]) throws(ServerError) -> [[UInt8]]? {
        var parts: [[UInt8]] = []
        for element in elements {
            switch try evaluate(element) {
            case .bytes(let bytes): parts.append(bytes)
            case .unset: return nil
            case .null: throw .invalid("null is not supported inside collections")
            }
        }
        return parts
    }

    private mutating func evaluate(_ entries: [PreparedTerm.Entry], key: CQLType) throws(ServerError) -> BoundValue {
        var pairs: [(key: [UInt8], value: [UInt8])] = []
        for entry in entries {
            guard let parts = try collect([entry.key, entry.value]) else { return .unset }
            // Of several entries with one key the last one counts; on the server that is left to chance.
            pairs.removeAll { ValueOrder.compare($0.key, parts[0], as: key) == 0 }
            pairs.append((parts[0], parts[1]))
        }
        pairs.sort { ValueOrder.compare($0.key, $1.key, as: key) < 0 }
        return .bytes(ValueParts.joinCounted(pairs.flatMap { [$0.key, $0.value] }, groupsOf: 2))
    }

    private func joinVector(_ parts: [[UInt8]], _ type: CQLType) throws(ServerError) -> [UInt8] {
        guard case .vector(let element, _) = type else { return [] }
        do {
            var elements: [CQLValue] = []
            for part in parts { elements.append(try CQLValue(decoding: part[...], as: element)) }
            return try CQLValue.vector(elements).encoded(as: type)
        } catch {
            throw .invalid("\(error)")
        }
    }

    private mutating func call(_ function: NativeFunction, _ arguments: [PreparedTerm]) throws(ServerError)
        -> BoundValue
    {
        var parts: [[UInt8]?] = []
        for argument in arguments {
            switch try evaluate(argument) {
            case .bytes(let bytes): parts.append(bytes)
            case .null: parts.append(nil)
            case .unset:
                throw .invalid("Invalid unset value for argument in call to function \(function.shortName)")
            }
        }
        return try function.call(parts, &identifiers, release).map { .bytes($0) } ?? .null
    }
}
