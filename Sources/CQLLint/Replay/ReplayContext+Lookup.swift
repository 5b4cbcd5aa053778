import CQLSyntax
import SchemaModel

extension ReplayContext {
    /// The type of a name in the schema in front of the statement.
    func type(_ name: QualifiedName) -> UserType? {
        guard let keyspace = name.keyspace?.text ?? context.keyspace else { return nil }
        return catalogue.type(name.name.text, in: keyspace)
    }

    /// The schema as the statement makes it where what it makes is not there yet; nil if it is refused.
    func madeAlone() -> Catalogue? {
        var catalogue = catalogue
        let name: QualifiedName
        switch tree {
        case .createTable(let create):
            name = create.name
            catalogue.keyspaces[name.keyspace?.text ?? context.keyspace ?? ""]?.tables[name.name.text] = nil
        case .createType(let create):
            name = create.name
            catalogue.keyspaces[name.keyspace?.text ?? context.keyspace ?? ""]?.types[name.name.text] = nil
        default: return nil
        }
        do throws(SchemaRefusal) {
            _ = try catalogue.apply(tree, in: context)
            return catalogue
        } catch {
            return nil
        }
    }
}

extension RefusedStatement {
    /// The length of the longest name that it gives, in the units in which servers count.
    var longestName: Int {
        let names: [Name]
        switch tree {
        case .createKeyspace(let create): names = [create.name]
        case .createTable(let create): names = [create.name.name]
        case .createType(let create): names = [create.name.name]
        case .createView(let create): names = [create.name.name]
        case .createIndex(let create):
            names = create.targets.map { target in
                switch target {
                case .column(let name), .values(let name), .keys(let name), .entries(let name), .full(let name): name
                }
            }
        default: return 0
        }
        return names.map(\.text.utf16.count).max() ?? 0
    }
}
