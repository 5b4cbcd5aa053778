import CQLSyntax
import CQLWire

extension SelectorReader {
    /// `f(a, b)`.
    mutating func call(_ name: QualifiedName, _ arguments: [Selector], _ wanted: CQLType?) throws(ServerError)
        -> Prepared
    {
        let word = name.name.text
        let isNative = name.keyspace.map { $0.text == "system" } ?? true
        if word == "fromjson" || word == "from_json" {
            let shown = environment.release < .v50 ? "fromJson" : word
            throw .invalid("\(shown)() cannot be used in the selection clause of a SELECT statement")
        }
        let types = try arguments.map { argument throws(ServerError) in try knownType(of: argument) }
        let candidates =
            isNative
            ? NativeFunctions.candidates(
                word, arguments: types, receiver: wanted, table: table, release: environment.release) : []
        guard let first = candidates.first else {
            throw environment.refusal(ofCalling: name, in: table.keyspace)
                ?? .invalid("Unknown function '\(word)'")
        }
        if environment.release >= .v50, word == "min" || word == "max", arguments.count != 1 {
            throw .invalid("Invalid number of arguments for function system.\(word)(any)")
        }
        var fits: [[Assignability]] = []
        for candidate in candidates {
            var results: [Assignability] = []
            if candidate.arguments.count == arguments.count {
                for ((argument, type), known) in zip(zip(arguments, candidate.arguments), types) {
                    results.append(try fit(argument, type, known))
                }
            }
            fits.append(results)
        }
        let texts = arguments.map { text(of: $0) }
        let function = try FunctionChoice.choose(word, candidates, fits: fits, texts: texts) ?? first
        var prepared: [PreparedSelector] = []
        var names: [String] = []
        let before = aggregates.count
        for (argument, type) in zip(arguments, function.arguments) {
            let part = try prepare(argument, wanted: type)
            prepared.append(part.selector)
            names.append(part.name)
        }
        if function.isAggregate {
            guard aggregates.count == before else {
                throw .invalid("aggregate functions cannot be used as arguments of aggregate functions")
            }
            let isRowCount = function.name == "countRows"
            return Prepared(
                selector: aggregate(function, prepared),
                type: function.result,
                name: isRowCount ? "count" : "system.\(word)(\(names.joined(separator: ", ")))"
            )
        }
        return Prepared(
            selector: .call(function, prepared),
            type: function.result,
            name: "system.\(word)(\(names.joined(separator: ", ")))"
        )
    }

    private func fit(_ argument: Selector, _ type: CQLType, _ known: CQLType?) throws(ServerError) -> Assignability {
        if case .term(let term) = argument {
            let receiver = Receiver(keyspace: table.keyspace, table: table.name, name: "", type: type)
            return try preparer.assignability(of: term, to: receiver)
        }
        return known.map { type.accepts($0) } ?? .weak
    }

    /// The type of a selector; nil where it depends on what it is for.
    private func knownType(of selector: Selector) throws(ServerError) -> CQLType? {
        if case .term(let term) = selector {
            return try preparer.exactType(of: term)
        }
        var copy = self
        return try copy.prepare(selector, wanted: nil).type
    }

    private func text(of selector: Selector) -> String {
        if case .term(let term) = selector { return term.serverText }
        var copy = self
        return (try? copy.prepare(selector, wanted: nil).name) ?? ""
    }

    /// `cast(a as type)`.
    mutating func cast(_ inner: Selector, _ expression: TypeExpression) throws(ServerError) -> Prepared {
        let target = try environment.type(expression, in: table.keyspace)
        let prepared: Prepared
        if case .term(let term) = inner, let type = try preparer.exactType(of: term) {
            prepared = try prepare(inner, wanted: type)
        } else {
            prepared = try prepare(inner, wanted: nil)
        }
        let name = "cast(\(prepared.name) as \(expression.serverText))"
        if prepared.type == target { return Prepared(selector: prepared.selector, type: target, name: name) }
        guard let function = Cast.function(from: prepared.type, to: target) else {
            let word = environment.release < .v50 ? "castAs\(target.capitalized)" : "cast_as_\(target)"
            let candidates = NativeFunctions.natives.compactMap { Cast.function(from: $0, to: target, named: word) }
            if candidates.isEmpty { throw .invalid("\(prepared.name) cannot be cast to \(expression.serverText)") }
            throw .invalid(
                "Invalid call to function system.\(word), none of its type signatures match (known type signatures: "
                    + "\(candidates.map(\.signature).joined(separator: ", ")))"
            )
        }
        return Prepared(selector: .call(function, [prepared.selector]), type: target, name: name)
    }

    /// `a + b`.
    mutating func arithmetic(_ left: Selector, _ sign: ArithmeticOperator, _ right: Selector) throws(ServerError)
        -> Prepared
    {
        let leftKnown = try knownType(of: left)
        let rightKnown = try knownType(of: right)
        guard let leftType = leftKnown, let rightType = rightKnown else {
            throw .invalid(
                "Ambiguous '\(sign.rawValue)' operation with args \(text(of: left)) and \(text(of: right)): "
                    + "use type hint to disambiguate, example '(int) ?'"
            )
        }
        guard let result = Arithmetic.resultType(leftType, sign, rightType) else {
            throw .invalid(
                "the '\(sign.rawValue)' operation is not supported between \(text(of: left)) and \(text(of: right))")
        }
        let leftPart = try prepare(left, wanted: leftType)
        let rightPart = try prepare(right, wanted: rightType)
        let function = NativeFunction(Arithmetic.name(of: sign), [leftType, rightType], result, .arithmetic(sign))
        return Prepared(
            selector: .call(function, [leftPart.selector, rightPart.selector]),
            type: result,
            name: "\(leftPart.name) \(sign.rawValue) \(rightPart.name)"
        )
    }

    /// `(a, b)`, `[a, b]`, `{a, b}`, `{a: b}`.
    mutating func collection(_ selector: Selector, _ wanted: CQLType?) throws(ServerError) -> Prepared {
        switch selector {
        case .tuple(let elements):
            // Brackets around one selector are only brackets.
            if elements.count == 1 {
                let inner = try prepare(elements[0], wanted: wanted)
                return Prepared(selector: inner.selector, type: inner.type, name: "(\(inner.name))")
            }
            var parts: [Prepared] = []
            for (index, element) in elements.enumerated() {
                var type: CQLType?
                if case .tuple(let types)? = wanted, index < types.count { type = types[index] }
                parts.append(try prepare(element, wanted: type))
            }
            return Prepared(
                selector: .components(parts.map(\.selector)),
                type: .tuple(parts.map(\.type)),
                name: "(\(parts.map(\.name).joined(separator: ", ")))"
            )
        case .list(let elements):
            var type: CQLType?
            if case .list(let element)? = wanted { type = element }
            let (parts, element) = try same(elements, type)
            return Prepared(
                selector: .list(parts.map(\.selector)),
                type: .list(element),
                name: "[\(parts.map(\.name).joined(separator: ", "))]"
            )
        case .set(let elements):
            var type: CQLType?
            if case .set(let element)? = wanted { type = element }
            let (parts, element) = try same(elements, type)
            return Prepared(
                selector: .set(parts.map(\.selector), element),
                type: .set(element),
                name: "{\(parts.map(\.name).joined(separator: ", "))}"
            )
        case .map(let entries):
            guard case .map(let keyType, let valueType)? = wanted else {
                throw .invalid(
                    "Cannot infer type for term {\(entries.map { "\(text(of: $0.key)): \(text(of: $0.value))" }.joined(separator: ", "))} "
                        + "in selection clause (try using a cast to force a type)"
                )
            }
            var selectors: [PreparedSelector] = []
            var names: [String] = []
            for entry in entries {
                let key = try prepare(entry.key, wanted: keyType)
                let value = try prepare(entry.value, wanted: valueType)
                selectors += [key.selector, value.selector]
                names.append("\(key.name): \(value.name)")
            }
            return Prepared(
                selector: .map(selectors, keyType),
                type: .map(keyType, valueType),
                name: "{\(names.joined(separator: ", "))}"
            )
        default: throw .invalid("The embedded node does not support this selector")
        }
    }

    private mutating func same(_ elements: [Selector], _ wanted: CQLType?) throws(ServerError) -> ([Prepared], CQLType)
    {
        var type = wanted
        for element in elements where type == nil { type = try knownType(of: element) }
        guard let type else {
            throw .invalid(
                "Cannot infer type for term [\(elements.map { text(of: $0) }.joined(separator: ", "))] in selection clause "
                    + "(try using a cast to force a type)"
            )
        }
        var parts: [Prepared] = []
        for element in elements { parts.append(try prepare(element, wanted: type)) }
        return (parts, type)
    }
}
