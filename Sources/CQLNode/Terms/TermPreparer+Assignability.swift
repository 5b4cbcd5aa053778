import CQLSyntax
import CQLWire

extension TermPreparer {
    /// Whether a term can be a value for something (`AssignmentTestable.testAssignment`).
    func assignability(of term: Term, to receiver: Receiver) throws(ServerError) -> Assignability {
        switch term {
        case .null, .bindMarker, .reference: return .weak
        case .constant(let constant): return assignability(of: constant, to: receiver.type)
        case .list(let elements):
            switch receiver.type {
            case .list(let element): return try all(elements, element, receiver)
            case .vector(let element, let dimension):
                return elements.count == dimension ? try all(elements, element, receiver) : .none
            default: return .none
            }
        case .set(let elements):
            if case .map = receiver.type { return elements.isEmpty ? .weak : .none }
            guard case .set(let element) = receiver.type else { return .none }
            return try all(elements, element, receiver)
        case .map(let entries):
            guard case .map(let key, let value) = receiver.type else { return .none }
            let keys = try all(entries.map(\.key), key, receiver)
            return min(keys, try all(entries.map(\.value), value, receiver))
        case .userType(let fields):
            guard case .udt(let type) = receiver.type else { return .none }
            for given in fields {
                guard let field = type.fields.first(where: { $0.name == given.field.text }),
                    try assignability(of: given.value, to: receiver.part(field.name, field.type)) != .none
                else { return .none }
            }
            return .weak
        case .tuple(let elements):
            guard case .tuple(let types) = receiver.type else {
                return elements.count == 1 ? try assignability(of: elements[0], to: receiver) : .none
            }
            guard elements.count <= types.count else { return .none }
            for (element, type) in zip(elements, types)
            where try assignability(of: element, to: receiver.part(receiver.name, type)) == .none { return .none }
            return .weak
        case .hint(let expression, _):
            return receiver.type.accepts(try environment.type(expression, in: keyspace))
        case .call, .arithmetic, .negated, .cast:
            guard let type = try exactType(of: term, wanted: receiver) else { return .weak }
            return receiver.type.accepts(type)
        }
    }

    private func all(_ terms: [Term], _ type: CQLType, _ receiver: Receiver) throws(ServerError) -> Assignability {
        // What is empty fits every type of element, but says nothing about it.
        var result: Assignability = terms.isEmpty ? .weak : .exact
        for term in terms { result = min(result, try assignability(of: term, to: receiver.part(receiver.name, type))) }
        return result
    }

    /// Whether a constant can be a value of a type (`Constants.Literal.testAssignment`).
    func assignability(of constant: Constant, to type: CQLType) -> Assignability {
        switch type {
        case .list, .set, .map, .udt: return .none
        case .tuple, .vector, .custom: return .weak
        default: break
        }
        if constant.preferredType == type { return .exact }
        let fits: Bool =
            switch constant.kind {
            case .string, .word: [.ascii, .text, .inet, .date, .time, .timestamp].contains(type)
            case .integer:
                [
                    .bigint, .counter, .date, .decimal, .double, .duration, .float, .int, .smallint, .time, .timestamp,
                    .tinyint, .varint,
                ].contains(type)
            case .uuid: type == .uuid || type == .timeuuid
            case .float: [.decimal, .double, .float].contains(type)
            case .boolean: type == .boolean
            case .hex: type == .blob
            case .duration: type == .duration
            }
        return fits ? .weak : .none
    }

    /// The type of a term, where it has one whatever it is a value for (`getExactTypeIfKnown`).
    func exactType(of term: Term, wanted receiver: Receiver? = nil) throws(ServerError) -> CQLType? {
        switch term {
        case .null, .bindMarker, .list, .set, .map, .userType: return nil
        case .constant(let constant): return constant.preferredType
        case .tuple(let elements):
            var types: [CQLType] = []
            for element in elements {
                guard let type = try exactType(of: element) else { return nil }
                types.append(type)
            }
            return types.count == 1 ? types[0] : .tuple(types)
        case .hint(let expression, _): return try environment.type(expression, in: keyspace)
        case .call(let call): return try resolve(call, for: receiver)?.result
        case .arithmetic(let left, let sign, let right):
            guard let operation = try resolve(left, sign, right, for: receiver) else { return nil }
            return operation.result
        case .negated(let inner): return try exactType(of: inner)
        case .reference: return nil
        case .cast(_, let type): return CQLType(type)
        }
    }
}

extension Constant {
    /// The type that a constant has where nothing else tells (`Constants.Type.getPreferedTypeFor`).
    var preferredType: CQLType {
        switch kind {
        case .string, .word: return text.utf8.allSatisfy { $0 < 0x80 } ? .ascii : .text
        case .integer:
            if Int32(text) != nil { return .int }
            return Int64(text) != nil ? .bigint : .varint
        case .uuid: return .uuid
        case .float:
            guard let decimal = BigDecimal(text), let double = Double(text) else { return .double }
            return BigDecimal("\(double)").map { ValueOrder.areEqual($0, decimal) } ?? true ? .double : .decimal
        case .boolean: return .boolean
        case .hex: return .blob
        case .duration: return .duration
        }
    }
}
