/// CREATE, ALTER and DROP KEYSPACE.
extension Parser {
    /// Reads what follows CREATE KEYSPACE.
    mutating func createKeyspace() throws(SyntaxError) -> CreateKeyspace {
        let ifNotExists = try ifNotExists()
        let name = try name("the name of a keyspace")
        try expect(.with)
        return CreateKeyspace(name: name, ifNotExists: ifNotExists, properties: try properties())
    }

    /// Reads what follows ALTER KEYSPACE.
    mutating func alterKeyspace() throws(SyntaxError) -> AlterKeyspace {
        let ifExists = try ifExists(since: .v41, in: "ALTER KEYSPACE")
        let name = try name("the name of a keyspace")
        try expect(.with)
        return AlterKeyspace(name: name, ifExists: ifExists, properties: try properties())
    }

    /// Reads what follows DROP KEYSPACE.
    mutating func dropKeyspace() throws(SyntaxError) -> DropKeyspace {
        let ifExists = try ifExists()
        return DropKeyspace(name: try name("the name of a keyspace"), ifExists: ifExists)
    }
}
