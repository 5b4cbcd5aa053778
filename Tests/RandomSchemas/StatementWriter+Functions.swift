import CQLSyntax
import SchemaModel

extension StatementWriter {
    private static let plainTypes = ["int", "bigint", "text", "double", "uuid", "blob", "boolean"]

    /// `CREATE FUNCTION`, with a body that Java compiles.
    mutating func createFunction() -> String? {
        let arguments = (0..<random.below(4)).map { index in
            "\(random.isTrue(20) ? "\"Arg\(index)\"" : "arg\(index)") \(functionType())"
        }
        let body = random.pick([
            "return null;", " /* it's; -- nothing */ return null; ", "\n  return null;\n", "// größe\nreturn null;",
        ])
        return "CREATE FUNCTION \(qualified(objectName())) (\(arguments.joined(separator: ", "))) CALLED ON NULL INPUT "
            + "RETURNS \(functionType()) LANGUAGE java AS $$\(body)$$"
    }

    /// A function that an aggregate can call with its state.
    mutating func createStateFunction() -> String? {
        let state = functionType()
        return "CREATE FUNCTION \(qualified(objectName())) (s \(state), v \(random.pick(Self.plainTypes))) "
            + "CALLED ON NULL INPUT RETURNS \(state) LANGUAGE java AS 'return s;'"
    }

    /// `CREATE AGGREGATE` with functions that are there.
    mutating func createAggregate() -> String? {
        let fitting = keyspace.functions.filter { _, function in
            function.arguments.first?.type == function.returnType && function.arguments.count > 1
        }
        guard let function = pick(fitting) else { return nil }
        let description = FunctionTypes()
        let types = function.arguments.dropFirst().map { description.text($0.type) }
        var text = "CREATE AGGREGATE \(qualified(objectName())) (\(types.joined(separator: ", "))) "
        text += "SFUNC \(CQLIdentifier.quoted(function.name)) STYPE \(description.text(function.returnType))"
        switch function.returnType {
        case .native(.int), .native(.bigint): text += random.isTrue(50) ? " INITCOND \(random.below(1000))" : ""
        case .native(.text): text += random.isTrue(50) ? " INITCOND 'a \"text\"'" : ""
        case .native(.double): text += random.isTrue(50) ? " INITCOND 0.5" : ""
        default: break
        }
        return text
    }

    private mutating func functionType() -> String {
        switch random.below(8) {
        case 0: "list<\(random.pick(Self.plainTypes))>"
        case 1: "map<text, \(random.pick(Self.plainTypes))>"
        case 2: "set<\(random.pick(Self.plainTypes))>"
        case 3: pick(keyspace.types).map { CQLIdentifier.quoted($0.name) } ?? "int"
        default: random.pick(Self.plainTypes)
        }
    }
}

/// Types as functions take them: `frozen` around the whole cannot be written.
private struct FunctionTypes {
    func text(_ type: DataType) -> String {
        let text = type.description
        return !type.isMultiCell && text.hasPrefix("frozen<") ? String(text.dropFirst(7).dropLast()) : text
    }
}
