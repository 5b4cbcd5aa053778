/// USE and TRUNCATE.
extension Parser {
    /// Reads what follows USE.
    mutating func use() throws(SyntaxError) -> Name { try name("the name of a keyspace") }

    /// Reads what follows TRUNCATE.
    mutating func truncate() throws(SyntaxError) -> QualifiedName {
        if !skip(.table) { _ = skip(.columnfamily) }
        return try qualifiedName("the name of a table")
    }
}
