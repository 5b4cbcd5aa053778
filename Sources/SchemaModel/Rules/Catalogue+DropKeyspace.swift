import CQLSyntax

extension Catalogue {
    mutating func drop(_ statement: DropKeyspace, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let name = statement.name.text
        try context.access.check(.drop, .keyspace, in: name)
        try context.checkKeyspace(name)
        guard keyspaces.removeValue(forKey: name) != nil else {
            if statement.ifExists { return .nothing }
            throw context.release < .v40
                ? .configuration("Cannot drop non existing keyspace '\(name)'.")
                : .invalid("Keyspace '\(name)' doesn't exist")
        }
        return .dropped(.keyspace, name)
    }
}
