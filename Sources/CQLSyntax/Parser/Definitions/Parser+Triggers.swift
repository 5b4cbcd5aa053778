/// CREATE and DROP TRIGGER.
extension Parser {
    /// Reads what follows CREATE TRIGGER.
    mutating func createTrigger() throws(SyntaxError) -> CreateTrigger {
        let ifNotExists = try ifNotExists()
        let name = try name("the name of a trigger")
        try expect(.on)
        let table = try qualifiedName("the name of a table")
        try expect(.using)
        let using = try string("the trigger's class in single quotes").text
        return CreateTrigger(name: name, ifNotExists: ifNotExists, table: table, using: using)
    }

    /// Reads what follows DROP TRIGGER.
    mutating func dropTrigger() throws(SyntaxError) -> DropTrigger {
        let ifExists = try ifExists()
        let name = try name("the name of a trigger")
        try expect(.on)
        return DropTrigger(name: name, ifExists: ifExists, table: try qualifiedName("the name of a table"))
    }
}
