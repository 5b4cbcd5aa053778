/// Functions, aggregates and triggers.
extension CQLWriter {
    mutating func write(_ function: CreateFunction) {
        write(function.orReplace ? "CREATE OR REPLACE FUNCTION " : "CREATE FUNCTION ")
        if function.ifNotExists { write("IF NOT EXISTS ") }
        writeFunction(function.name)
        write(" ")
        writeBracketed("(", function.arguments, ")") {
            $0.write($1.name)
            $0.write(" ")
            $0.write($1.type)
        }
        write(function.isCalledOnNull ? " CALLED ON NULL INPUT" : " RETURNS NULL ON NULL INPUT")
        write(" RETURNS ")
        write(function.returnType)
        write(" LANGUAGE \(function.language) AS ")
        writeBody(function.body)
    }

    /// Writes code between `$$`, where it keeps its quotes, unless it holds a `$` that could end it.
    private mutating func writeBody(_ body: String) {
        if body.utf8.contains(UInt8(ascii: "$")) { writeString(body) } else { write("$$\(body)$$") }
    }

    mutating func write(_ function: DropFunction, _ kind: String) {
        write("DROP \(kind) ")
        if function.ifExists { write("IF EXISTS ") }
        writeFunction(function.name)
        guard let types = function.argumentTypes else { return }
        write(" ")
        writeBracketed("(", types, ")") { $0.write($1) }
    }

    mutating func write(_ aggregate: CreateAggregate) {
        write(aggregate.orReplace ? "CREATE OR REPLACE AGGREGATE " : "CREATE AGGREGATE ")
        if aggregate.ifNotExists { write("IF NOT EXISTS ") }
        writeFunction(aggregate.name)
        write(" ")
        writeBracketed("(", aggregate.argumentTypes, ")") { $0.write($1) }
        write(" SFUNC ")
        writeFunction(QualifiedName(aggregate.stateFunction))
        write(" STYPE ")
        write(aggregate.stateType)
        if let function = aggregate.finalFunction {
            write(" FINALFUNC ")
            writeFunction(QualifiedName(function))
        }
        if let condition = aggregate.initialCondition {
            write(" INITCOND ")
            write(condition)
        }
    }

    mutating func write(_ trigger: CreateTrigger) {
        write("CREATE TRIGGER ")
        if trigger.ifNotExists { write("IF NOT EXISTS ") }
        write(trigger.name)
        write(" ON ")
        write(trigger.table)
        write(" USING ")
        writeString(trigger.using)
    }

    mutating func write(_ trigger: DropTrigger) {
        write("DROP TRIGGER ")
        if trigger.ifExists { write("IF EXISTS ") }
        write(trigger.name)
        write(" ON ")
        write(trigger.table)
    }
}
