extension CQLWriter {
    /// Writes ` WITH a = 1 AND …`, if there is anything in it.
    mutating func writeWith(_ properties: [Property]) {
        guard !properties.isEmpty else { return }
        write(" WITH ")
        writeJoined(properties, by: " AND ") { $0.write($1) }
    }

    mutating func write(_ property: Property) {
        if case .names(let names) = property.value {
            // The two words that names may follow are reserved, and so no names in quotes.
            write(property.name.text)
            write(" = ")
            writeBracketed("{", names, "}") { $0.write($1) }
            return
        }
        write(property.name)
        write(" = ")
        write(property.value)
    }

    mutating func write(_ value: Property.Value) {
        switch value {
        case .constant(let constant): write(constant)
        case .map(let entries):
            writeBracketed("{", entries, "}") {
                $0.write($1.key)
                $0.write(": ")
                $0.write($1.value)
            }
        case .names(let names): writeBracketed("{", names, "}") { $0.write($1) }
        }
    }
}

extension Property: CustomStringConvertible {
    /// The property as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}

extension Property.Value: CustomStringConvertible {
    /// The value as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}
