import CQLSyntax
import CQLWire

extension TermPreparer {
    /// `[a, b]`: a list or a vector.
    mutating func prepareList(_ elements: [Term], _ term: Term, for receiver: Receiver) throws(ServerError)
        -> PreparedTerm
    {
        if case .vector(let element, let dimension) = receiver.type {
            return try prepareVector(elements, element, dimension, for: receiver)
        }
        guard case .list(let element) = receiver.type else {
            throw .invalid(
                environment.release < .v50
                    ? "Invalid list literal for \(receiver.name) of type \(receiver.typeName)"
                    : "Unexpected receiver type '\(receiver.typeName)'; only list and vector are expected"
            )
        }
        let part = receiver.part("value(\(receiver.name))", element)
        for value in elements { try requireAssignable(value, to: part, "list", "value", receiver) }
        return try settled(.list(try prepareAll(elements, part, "list", receiver)))
    }

    private mutating func prepareVector(
        _ elements: [Term],
        _ element: CQLType,
        _ dimension: Int,
        for receiver: Receiver
    ) throws(ServerError) -> PreparedTerm {
        guard elements.count == dimension else {
            throw .invalid(
                "Invalid vector literal for \(receiver.name) of type \(receiver.typeName); "
                    + "expected \(dimension) elements, but given \(elements.count)"
            )
        }
        let part = receiver.part("value(\(receiver.name))", element)
        for value in elements { try requireAssignable(value, to: part, "vector", "value", receiver) }
        var prepared: [PreparedTerm] = []
        for value in elements { prepared.append(try prepare(value, for: part)) }
        return .vector(prepared, receiver.type)
    }

    /// `{a, b}`: a set; empty also a map.
    mutating func prepareSet(_ elements: [Term], for receiver: Receiver) throws(ServerError) -> PreparedTerm {
        if case .map(let key, _) = receiver.type, elements.isEmpty { return try settled(.map([], key: key)) }
        guard case .set(let element) = receiver.type else {
            throw .invalid("Invalid set literal for \(receiver.name) of type \(receiver.typeName)")
        }
        let part = receiver.part("value(\(receiver.name))", element)
        for value in elements { try requireAssignable(value, to: part, "set", "value", receiver) }
        return try settled(.set(try prepareAll(elements, part, "set", receiver), element: element))
    }

    /// `{a: b}`: a map.
    mutating func prepareMap(_ entries: [Term.MapEntry], for receiver: Receiver) throws(ServerError) -> PreparedTerm {
        guard case .map(let key, let value) = receiver.type else {
            throw .invalid("Invalid map literal for \(receiver.name) of type \(receiver.typeName)")
        }
        let keyPart = receiver.part("key(\(receiver.name))", key)
        let valuePart = receiver.part("value(\(receiver.name))", value)
        for entry in entries {
            try requireAssignable(entry.key, to: keyPart, "map", "key", receiver)
            try requireAssignable(entry.value, to: valuePart, "map", "value", receiver)
        }
        var prepared: [PreparedTerm.Entry] = []
        for entry in entries {
            let parts = try prepareAll([entry.key], keyPart, "map", receiver)
            let values = try prepareAll([entry.value], valuePart, "map", receiver)
            for (key, value) in zip(parts, values) { prepared.append(PreparedTerm.Entry(key: key, value: value)) }
        }
        return try settled(.map(prepared, key: key))
    }

    private func requireAssignable(
        _ term: Term,
        to part: Receiver,
        _ kind: String,
        _ role: String,
        _ receiver: Receiver
    ) throws(ServerError) {
        guard try assignability(of: term, to: part) == .none else { return }
        throw .invalid(
            "Invalid \(kind) literal for \(receiver.name): \(role) \(term.serverText) is not of type \(part.typeName)"
        )
    }

    private mutating func prepareAll(_ terms: [Term], _ part: Receiver, _ kind: String, _ receiver: Receiver)
        throws(ServerError) -> [PreparedTerm]
    {
        var prepared: [PreparedTerm] = []
        for term in terms {
            let element = try prepare(term, for: part)
            guard !element.containsMarker else {
                throw .invalid(
                    "Invalid \(kind) literal for \(receiver.name): "
                        + "bind variables are not supported inside collection literals"
                )
            }
            prepared.append(element)
        }
        return prepared
    }

    /// A term's value, if nothing that is bound or asked for later takes part in it.
    func settled(_ term: PreparedTerm) throws(ServerError) -> PreparedTerm {
        guard term.isTerminal else { return term }
        var evaluator = TermEvaluator(release: environment.release)
        guard case .bytes(let bytes) = try evaluator.evaluate(term) else { return .null }
        return .value(bytes)
    }
}
