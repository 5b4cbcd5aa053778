public import CQLSyntax
public import FoundationEssentials

/// A materialized view (`ViewMetadata`).
public struct MaterializedView: Hashable, Sendable {
    /// Its columns, options and identity: those of a table.
    public var table: Table
    /// The identity of the table that it reads.
    public var baseID: UUID
    /// The name of the table that it reads.
    public var baseName: String
    /// Whether it says `SELECT *`: a column that the table gains is one of the view then.
    public var includesAllColumns: Bool
    /// Which rows it shows.
    public var relations: [Relation]

    /// Makes a view.
    public init(table: Table, baseID: UUID, baseName: String, includesAllColumns: Bool, relations: [Relation]) {
        self.table = table
        self.baseID = baseID
        self.baseName = baseName
        self.includesAllColumns = includesAllColumns
        self.relations = relations
    }

    /// The name.
    public var name: String { table.name }

    /// What stands behind WHERE, as the server keeps it.
    public var whereText: String { relations.map(\.description).joined(separator: " AND ") }

    /// Gives a column of its key another name, everywhere.
    mutating func renameColumn(_ from: String, _ to: String) {
        table.renameColumn(from, to)
        relations = relations.map { $0.renaming(from, to) }
    }
}

extension Relation {
    /// The column of a name under another one (`Relation.renameIdentifier`).
    fileprivate func renaming(_ from: String, _ to: String) -> Relation {
        func name(_ name: Name) -> Name { name.text == from ? Name(to) : name }
        return switch self {
        case .column(let column, let comparison, let value): .column(name(column), comparison, value)
        case .columnIn(let column, let values): .columnIn(name(column), values)
        case .columnNotIn(let column, let values): .columnNotIn(name(column), values)
        case .columnBetween(let column, let low, let high): .columnBetween(name(column), low, high)
        case .contains(let column, let value): .contains(name(column), value)
        case .containsKey(let column, let value): .containsKey(name(column), value)
        case .notContains(let column, let value, let isKey): .notContains(name(column), value, isKey: isKey)
        case .like(let column, let value): .like(name(column), value)
        case .isNotNull(let column): .isNotNull(name(column))
        case .element(let column, let key, let comparison, let value): .element(name(column), key, comparison, value)
        case .tuple(let columns, let comparison, let value): .tuple(columns.map(name), comparison, value)
        case .tupleIn(let columns, let values): .tupleIn(columns.map(name), values)
        case .tupleNotIn(let columns, let values): .tupleNotIn(columns.map(name), values)
        case .tupleBetween(let columns, let low, let high): .tupleBetween(columns.map(name), low, high)
        case .token(let columns, let comparison, let value): .token(columns.map(name), comparison, value)
        case .tokenBetween(let columns, let low, let high): .tokenBetween(columns.map(name), low, high)
        case .custom: self
        }
    }

    /// The columns that it restricts.
    var columns: [String] {
        switch self {
        case .column(let name, _, _), .columnIn(let name, _), .columnNotIn(let name, _), .columnBetween(let name, _, _),
            .contains(let name, _), .containsKey(let name, _), .notContains(let name, _, _), .like(let name, _),
            .isNotNull(let name), .element(let name, _, _, _):
            [name.text]
        case .tuple(let names, _, _), .tupleIn(let names, _), .tupleNotIn(let names, _), .tupleBetween(let names, _, _),
            .token(let names, _, _), .tokenBetween(let names, _, _):
            names.map(\.text)
        case .custom: []
        }
    }
}
