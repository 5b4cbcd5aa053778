import CQLSyntax
import CQLWire

extension TermPreparer {
    /// The function that a call means; nil if there is none of that name.
    func resolve(_ call: FunctionCall, for receiver: Receiver?) throws(ServerError) -> NativeFunction? {
        if let owner = call.function.keyspace?.text, owner != "system" { return nil }
        let name = call.function.name.text
        var types: [CQLType?] = []
        for argument in call.arguments { types.append(try exactType(of: argument)) }
        var table: TableShape?
        if let receiver, name == "token" { table = try? environment.table(receiver.keyspace, receiver.table) }
        let candidates = NativeFunctions.candidates(
            name,
            arguments: types,
            receiver: receiver?.type,
            table: table,
            release: environment.release
        )
        var fits: [[Assignability]] = []
        for candidate in candidates {
            var results: [Assignability] = []
            // Of several functions only those count whose result fits.
            let isWanted =
                candidates.count == 1 || environment.release < .v40
                || receiver.map { $0.type.accepts(candidate.result) != .none } ?? true
            if !isWanted {
                results = call.arguments.map { _ in .none }
            } else if candidate.arguments.count == call.arguments.count {
                for (index, (argument, type)) in zip(call.arguments, candidate.arguments).enumerated() {
                    results.append(try assignability(of: argument, to: part(index, of: candidate, type, receiver)))
                }
            }
            fits.append(results)
        }
        return try FunctionChoice.choose(name, candidates, fits: fits, texts: call.arguments.map(\.serverText))
    }

    /// `f(a, b)`.
    mutating func prepareCall(_ call: FunctionCall, for receiver: Receiver) throws(ServerError) -> PreparedTerm {
        guard let function = try resolve(call, for: receiver) else {
            throw environment.refusal(ofCalling: call.function, in: keyspace)
                ?? .invalid("Unknown function \(call.function.serverText) called")
        }
        guard !function.isAggregate else {
            throw .invalid("Aggregation function are not supported in the where clause")
        }
        guard receiver.type.accepts(function.result) != .none else {
            throw .invalid(
                "Type error: cannot assign result of function \(function.shortName) (type \(function.result.serverName()))"
                    + " to \(receiver.name) (type \(receiver.typeName))"
            )
        }
        var arguments: [PreparedTerm] = []
        for (index, (argument, type)) in zip(call.arguments, function.arguments).enumerated() {
            arguments.append(try prepare(argument, for: part(index, of: function, type, receiver)))
        }
        return .call(function, arguments)
    }

    /// `CAST(a AS type)`.
    mutating func prepareCast(_ inner: Term, _ native: NativeType, for receiver: Receiver) throws(ServerError)
        -> PreparedTerm
    {
        let target = CQLType(native)
        guard let source = try exactType(of: inner) else {
            throw .invalid("Ambiguous call to function castas\(target): use type casts to disambiguate")
        }
        guard receiver.type.accepts(target) != .none else {
            throw .invalid(
                "Type error: cannot assign result of function system.castas\(target) (type \(target.serverName()))"
                    + " to \(receiver.name) (type \(receiver.typeName))"
            )
        }
        if source == target { return try prepare(inner, for: receiver) }
        guard let function = Cast.function(from: source, to: target) else {
            throw .invalid("\(inner.serverText) cannot be cast to \(native.rawValue)")
        }
        return .call(function, [try prepare(inner, for: part(0, of: function, source, receiver))])
    }

    private func part(_ index: Int, of function: NativeFunction, _ type: CQLType, _ receiver: Receiver?) -> Receiver {
        Receiver(
            keyspace: receiver?.keyspace ?? keyspace,
            table: receiver?.table ?? "",
            name: "arg\(index)(\(function.shortName))",
            type: type
        )
    }
}
