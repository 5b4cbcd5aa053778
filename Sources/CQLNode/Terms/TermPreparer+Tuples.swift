import CQLSyntax
import CQLWire

extension TermPreparer {
    /// `{field: a}`: a value of a user-defined type.
    mutating func prepareUserType(_ fields: [Term.FieldValue], for receiver: Receiver) throws(ServerError)
        -> PreparedTerm
    {
        guard case .udt(let type) = receiver.type else {
            throw .invalid("Invalid user type literal for \(receiver.name) of type \(receiver.typeName)")
        }
        for field in type.fields {
            guard let given = fields.first(where: { $0.field.text == field.name }) else { continue }
            let part = receiver.part("\(receiver.name).\(field.name)", field.type)
            guard try assignability(of: given.value, to: part) != .none else {
                throw .invalid(
                    "Invalid user type literal for \(receiver.name): field \(field.name) is not of type \(part.typeName)"
                )
            }
        }
        if let unknown = fields.first(where: { given in !type.fields.contains { $0.name == given.field.text } }) {
            throw .invalid(
                "Unknown field '\(unknown.field.text)' in value of user defined type \(type.name)")
        }
        var components: [PreparedTerm?] = []
        for field in type.fields {
            // Of a field that is named twice the last value counts.
            guard let given = fields.last(where: { $0.field.text == field.name }) else {
                components.append(nil)
                continue
            }
            components.append(
                try prepare(given.value, for: receiver.part("\(receiver.name).\(field.name)", field.type)))
        }
        return try settled(.components(components))
    }

    /// `(a, b)`: a tuple.
    mutating func prepareTuple(_ elements: [Term], for receiver: Receiver) throws(ServerError) -> PreparedTerm {
        guard case .tuple(let types) = receiver.type else {
            // Brackets around a single value do not make a tuple of it.
            if elements.count == 1, environment.release >= .v40 { return try prepare(elements[0], for: receiver) }
            throw .invalid("Invalid tuple type literal for \(receiver.name) of type \(receiver.typeName)")
        }
        var components: [PreparedTerm?] = []
        for (index, element) in elements.enumerated() {
            guard index < types.count else {
                throw .invalid(
                    "Invalid tuple literal for \(receiver.name): too many elements. "
                        + "Type \(receiver.typeName) expects \(types.count) but got \(elements.count)"
                )
            }
            let part = receiver.part("\(receiver.name)[\(index)]", types[index])
            guard try assignability(of: element, to: part) != .none else {
                throw .invalid(
                    "Invalid tuple literal for \(receiver.name): component \(index) is not of type \(part.typeName)")
            }
            components.append(try prepare(element, for: part))
        }
        guard elements.count >= types.count || environment.release < .v60 else {
            let text = Term.tuple(elements).serverText
            throw .invalid(
                "Expected \(types.count) elements in value for tuple \(receiver.name), but got \(elements.count): \(text)"
            )
        }
        return try settled(.components(components))
    }
}
