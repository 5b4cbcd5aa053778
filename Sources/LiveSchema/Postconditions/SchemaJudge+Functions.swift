import CQLSyntax
import SchemaModel

/// Functions and aggregates, by their rows.
extension SchemaJudge {
    func functionMade(_ statement: CreateFunction) throws(Undecidable) -> SchemaVerdict {
        let types = statement.arguments.map { Self.text($0.type) }
        let object = "function \(name(statement.name.name))(\(types.joined(separator: ", ")))"
        guard let row = rows("functions").first(where: { Self.argumentTypes($0) == types }) else {
            return .notLanded("\(object) is not there")
        }
        var conflicts: [SchemaConflict] = []
        func compare(_ property: String, _ asked: String, _ found: String) {
            guard asked != found else { return }
            conflicts.append(SchemaConflict("\(property) of \(object)", asked: asked, found: found))
        }
        let names = statement.arguments.map(\.name.text).joined(separator: ", ")
        compare("arguments", names, Self.texts(row.values["argument_names"]).joined(separator: ", "))
        compare("return type", Self.text(statement.returnType), Self.thawed(try text(row, "return_type")))
        compare("language", statement.language.lowercased(), try text(row, "language").lowercased())
        compare("body", statement.body, try text(row, "body"))
        let onNull = row.values["called_on_null_input"] == .boolean(true)
        compare("call on null", "\(statement.isCalledOnNull)", "\(onNull)")
        return verdict(of: conflicts)
    }

    func aggregateMade(_ statement: CreateAggregate) throws(Undecidable) -> SchemaVerdict {
        let types = statement.argumentTypes.map { Self.text($0) }
        let object = "aggregate \(name(statement.name.name))(\(types.joined(separator: ", ")))"
        guard let row = rows("aggregates").first(where: { Self.argumentTypes($0) == types }) else {
            return .notLanded("\(object) is not there")
        }
        var conflicts: [SchemaConflict] = []
        func compare(_ property: String, _ asked: String, _ found: String) {
            guard asked != found else { return }
            conflicts.append(SchemaConflict("\(property) of \(object)", asked: asked, found: found))
        }
        compare("state function", statement.stateFunction.text, try text(row, "state_func"))
        compare("state type", Self.text(statement.stateType), Self.thawed(try text(row, "state_type")))
        let final = row.values["final_func"] == nil ? "none" : try text(row, "final_func")
        compare("final function", statement.finalFunction?.text ?? "none", final)
        return verdict(of: conflicts)
    }

    func functionDropped(
        _ statement: DropFunction, _ table: String, _ kind: String
    ) throws(Undecidable) -> SchemaVerdict {
        var left = rows(table)
        if let types = statement.argumentTypes?.map({ Self.text($0) }) {
            left = left.filter { Self.argumentTypes($0) == types }
        }
        return left.isEmpty ? .landed : .notLanded("\(kind) \(name(statement.name.name)) is there")
    }

    private static func argumentTypes(_ row: SystemRow) -> [String] { texts(row.values["argument_types"]).map(thawed) }

    private static func texts(_ value: SystemValue?) -> [String] {
        guard case .list(let values) = value else { return [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// A type without `frozen`, which the releases put into signatures in ways of their own.
    private static func text(_ type: TypeExpression) -> String {
        switch type {
        case .native(let native): native.rawValue
        case .list(let element): "list<\(text(element))>"
        case .set(let element): "set<\(text(element))>"
        case .map(let key, let value): "map<\(text(key)), \(text(value))>"
        case .tuple(let parts): "tuple<\(parts.map { text($0) }.joined(separator: ", "))>"
        case .vector(let element, let dimension): "vector<\(text(element)), \(dimension)>"
        case .frozen(let inner): text(inner)
        case .userDefined(let name): name.name.text
        case .custom(let name): "'\(name)'"
        }
    }

    private static func thawed(_ text: String) -> String {
        guard case .createType(let statement)? = try? StatementTree(parsing: "CREATE TYPE t (f \(text))"),
            let field = statement.fields.first
        else { return text }
        return Self.text(field.type)
    }
}
