/// DROP TABLE, DROP TYPE, DROP INDEX.
extension Parser {
    /// Reads `[IF EXISTS] name`.
    mutating func dropObject(_ expected: String) throws(SyntaxError) -> DropObject {
        let ifExists = try ifExists()
        return DropObject(name: try qualifiedName(expected), ifExists: ifExists)
    }

    /// Reads what follows DROP TYPE.
    mutating func dropType() throws(SyntaxError) -> DropObject {
        let ifExists = try ifExists()
        return DropObject(name: try typeName(), ifExists: ifExists)
    }
}
