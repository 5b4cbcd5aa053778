/// CREATE AGGREGATE.
extension Parser {
    /// Reads what follows CREATE [OR REPLACE] AGGREGATE.
    mutating func createAggregate(orReplace: Bool) throws(SyntaxError) -> CreateAggregate {
        let ifNotExists = try ifNotExists()
        let name = try qualifiedName("the name of an aggregate", .function)
        let argumentTypes = try argumentTypes()
        try expect(.sfunc)
        let stateFunction = try self.name("the name of a function", .function)
        try expect(.stype)
        let stateType = try type()
        var finalFunction: Name?
        if skip(.finalfunc) { finalFunction = try self.name("the name of a function", .function) }
        var initialCondition: Term?
        if skip(.initcond) { initialCondition = try term() }
        return CreateAggregate(
            name: name,
            orReplace: orReplace,
            ifNotExists: ifNotExists,
            argumentTypes: argumentTypes,
            stateFunction: stateFunction,
            stateType: stateType,
            finalFunction: finalFunction,
            initialCondition: initialCondition
        )
    }
}
