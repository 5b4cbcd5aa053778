import CQLSyntax

/// A name in the text of a fault: bare words in lower case, quoted ones as they are, a point between keyspace and name.
struct FaultName {
    let objectName: ObjectName

    init?(_ text: String) {
        var parts: [String] = []
        var rest = Array(text)[...]
        repeat {
            if rest.first == "." { rest.removeFirst() }
            guard let part = Self.part(&rest) else { return nil }
            parts.append(part)
        } while !rest.isEmpty && parts.count < 2
        guard rest.isEmpty, let name = parts.last else { return nil }
        objectName = ObjectName(keyspace: parts.count == 2 ? parts[0] : nil, name: name)
    }

    private static func part(_ rest: inout ArraySlice<Character>) -> String? {
        var part = ""
        guard rest.first == "\"" else {
            while let character = rest.first, character.isASCII,
                character.isLetter || character.isNumber || character == "_"
            {
                part.append(character.lowercased())
                rest.removeFirst()
            }
            return part.isEmpty || (rest.first != nil && rest.first != ".") ? nil : part
        }
        rest.removeFirst()
        while let character = rest.popFirst() {
            guard character == "\"" else {
                part.append(character)
                continue
            }
            guard rest.first == "\"" else { return part }
            rest.removeFirst()
            part.append("\"")
        }
        return nil
    }
}
