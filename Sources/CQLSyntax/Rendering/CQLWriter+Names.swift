/// Names, in quotes wherever their place could take them for a word of the grammar.
extension CQLWriter {
    mutating func write(_ name: Name) { write(name.description) }

    mutating func write(_ name: QualifiedName) { write(name.description) }

    mutating func writeNames(_ names: [Name]) {
        writeBracketed("(", names, ")") { $0.write($1) }
    }

    /// Writes the name of a user-defined type, which may be called like a type of the language.
    mutating func writeType(_ name: QualifiedName) {
        if Parser.isReservedTypeName(name.name.text) {
            if let keyspace = name.keyspace { write("\(keyspace).") }
            writeQuoted(name.name.text)
        } else {
            write(name) { $0.role(in: nil) == .nativeType }
        }
    }

    /// Writes the name of a function, which may be called like one that the grammar knows.
    mutating func writeFunction(_ name: QualifiedName) {
        write(name) { keyword in
            switch keyword.role(in: nil) {
            case .selection, .key, .token, .reserved: true
            default: keyword == .maxwritetime
            }
        }
    }

    /// Writes a name that stands where most words of the grammar mean something else.
    mutating func writeNoKeyword(_ name: Name) {
        if Keyword(word: name.text) == nil { write(name) } else { writeQuoted(name.text) }
    }

    private mutating func write(_ name: QualifiedName, quoting mustQuote: (Keyword) -> Bool) {
        if let keyspace = name.keyspace {
            write(keyspace)
            write(".")
        }
        // `expr(` is one token to the servers' lexers.
        if name.name.text == "expr" || Keyword(word: name.name.text).map(mustQuote) == true {
            writeQuoted(name.name.text)
        } else {
            write(name.name)
        }
    }

    /// Writes a name in double quotes.
    mutating func writeQuoted(_ name: String) {
        let quoted = CQLIdentifier.quoted(name)
        write(quoted.hasPrefix("\"") ? quoted : "\"\(quoted)\"")
    }
}
