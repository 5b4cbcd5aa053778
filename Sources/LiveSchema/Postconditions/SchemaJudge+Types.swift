import CQLSyntax
import SchemaModel

/// User-defined types.
extension SchemaJudge {
    func typeMade(_ statement: CreateType) throws(Undecidable) -> SchemaVerdict {
        let name = statement.name.name
        let found = try catalogue()
        guard let type = found.type(name.text, in: keyspace) else {
            return .notLanded("type \(self.name(name)) is not there")
        }
        var without = found
        without.keyspaces[keyspace]?.types[name.text] = nil
        guard let asked = try outcome(in: without).type(name.text, in: keyspace) else { return .landed }
        guard asked.fields != type.fields else { return .landed }
        return .conflicting([
            SchemaConflict("fields of type \(self.name(name))", asked: Self.text(asked), found: Self.text(type))
        ])
    }

    func typeAltered(_ statement: AlterType) throws(Undecidable) -> SchemaVerdict {
        let name = statement.name.name
        let found = try catalogue()
        guard let type = found.type(name.text, in: keyspace) else {
            return statement.ifExists ? .landed : .notLanded("type \(self.name(name)) is not there")
        }
        switch statement.change {
        case .alter: return try unchanged(found)
        case .rename(let renames, let ifExists):
            return renamed(renames, ifExists, Set(type.fields.map(\.name)), "type \(self.name(name))")
        case .add(let definition, _):
            guard let field = type.fields.first(where: { $0.name == definition.name.text }) else {
                return .notLanded("type \(self.name(name)) has no field \(definition.name)")
            }
            var without = found
            without.keyspaces[keyspace]?.types[name.text]?.fields.removeAll { $0.name == field.name }
            let asked = try outcome(in: without).type(name.text, in: keyspace)?.fields.last
            guard let asked, asked.type != field.type else { return .landed }
            return .conflicting([
                SchemaConflict(
                    "type of field \(definition.name) of type \(self.name(name))", asked: "\(asked.type)",
                    found: "\(field.type)")
            ])
        }
    }

    private static func text(_ type: UserType) -> String {
        "(\(type.fields.map { "\(CQLIdentifier.quoted($0.name)) \($0.type)" }.joined(separator: ", ")))"
    }
}
