import CQLSyntax
public import SchemaModel

/// What of a statement is still to be seen once others have followed it.
extension Postcondition {
    /// How much of what a statement asked for may still be looked for.
    public enum Remainder: Hashable, Sendable {
        /// All of it.
        case whole
        /// That what it made is there: a later statement changed it.
        case existence
        /// Nothing: a later statement made something else of it, or dropped it.
        case nothing
    }

    /// What is left of this statement once `later` has followed it.
    public func remainder(after later: Postcondition) -> Remainder {
        let mine = paths
        let theirs = later.paths
        if theirs.contains(where: { their in mine.contains { their.covers($0) } }) { return .nothing }
        return theirs.contains { their in mine.contains { $0.covers(their) } } ? .existence : .whole
    }

    /// Whether the object that the statement made is there at all.
    public func existence(now: [SystemRow]) -> SchemaVerdict {
        switch verdict(now: now) {
        case .conflicting: .landed
        case let verdict: verdict
        }
    }

    var paths: [SchemaPath] {
        guard let keyspace else { return [] }
        switch tree {
        case .createKeyspace, .alterKeyspace: return [SchemaPath(keyspace, "replication")]
        case .dropKeyspace: return [SchemaPath(keyspace)]
        case .createTable(let statement): return [.table(keyspace, statement.name.name.text)]
        case .copyTable(let statement): return [.table(keyspace, statement.name.name.text)]
        case .alterTable(let statement): return paths(of: statement, in: keyspace)
        case .dropTable(let drop):
            return [.table(keyspace, drop.name.name.text), .attached(keyspace, drop.name.name.text)]
        case .createType(let statement): return [SchemaPath(keyspace, "type", statement.name.name.text)]
        case .alterType(let statement): return paths(of: statement, in: keyspace)
        case .dropType(let drop): return [SchemaPath(keyspace, "type", drop.name.name.text)]
        case .createIndex(let statement):
            let table = statement.table.name.text
            guard let name = statement.name?.text ?? statement.generatedName else {
                return [.attached(keyspace, table, "index")]
            }
            return [.index(keyspace, name), .attached(keyspace, table, "index", name)]
        case .dropIndex(let drop): return [.index(keyspace, drop.name.name.text)]
        case .createView(let statement): return [.table(keyspace, statement.name.name.text)]
        case .alterView(let statement):
            return statement.properties.map { .option(keyspace, statement.name.name.text, $0.name.text) }
        case .dropView(let drop): return [.table(keyspace, drop.name.name.text)]
        case .createFunction(let statement): return [SchemaPath(keyspace, "function", statement.name.name.text)]
        case .dropFunction(let drop): return [SchemaPath(keyspace, "function", drop.name.name.text)]
        case .createAggregate(let statement): return [SchemaPath(keyspace, "aggregate", statement.name.name.text)]
        case .dropAggregate(let drop): return [SchemaPath(keyspace, "aggregate", drop.name.name.text)]
        case .createTrigger(let statement):
            return [.attached(keyspace, statement.table.name.text, "trigger", statement.name.text)]
        case .dropTrigger(let drop): return [.attached(keyspace, drop.table.name.text, "trigger", drop.name.text)]
        default: return []
        }
    }

    private func paths(of statement: AlterTable, in keyspace: String) -> [SchemaPath] {
        let table = statement.name.name.text
        let column = { (name: Name) in SchemaPath.column(keyspace, table, name.text) }
        switch statement.change {
        case .add(let columns, _): return columns.map { column($0.name) }
        case .drop(let names, _, _): return names.map(column)
        case .rename(let renames, _): return renames.flatMap { [column($0.from), column($0.to)] }
        case .alterType(let name, _, _), .mask(let name, _, _), .check(let name, _, _): return [column(name)]
        case .properties(let properties): return properties.map { .option(keyspace, table, $0.name.text) }
        case .dropCompactStorage: return [.option(keyspace, table, "compact storage")]
        }
    }

    private func paths(of statement: AlterType, in keyspace: String) -> [SchemaPath] {
        let field = { (name: Name) in SchemaPath(keyspace, "type", statement.name.name.text, name.text) }
        switch statement.change {
        case .add(let definition, _), .alter(let definition): return [field(definition.name)]
        case .rename(let renames, _): return renames.flatMap { [field($0.from), field($0.to)] }
        }
    }
}

extension CreateIndex {
    /// The name that a server gives the index of one column when the statement gives none and no other has it.
    fileprivate var generatedName: String? {
        guard targets.count == 1, let target = targets.first else { return nil }
        let column =
            switch target {
            case .column(let name), .values(let name), .keys(let name), .entries(let name), .full(let name): name.text
            }
        let isWord = { (byte: UInt8) in
            byte == 0x5F || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
        }
        return String(decoding: "\(table.name.text)_\(column)_idx".utf8.filter(isWord), as: UTF8.self)
    }
}
