/// `BEGIN TRANSACTION … COMMIT TRANSACTION` (6.0).
public struct Transaction: Hashable, Sendable {
    /// `LET name = (SELECT …)`: a row that the rest can refer to.
    public struct Assignment: Hashable, Sendable {
        /// What the row is called.
        public let name: Name
        /// What reads it.
        public let select: Select

        /// Makes an assignment.
        public init(_ name: Name, _ select: Select) {
            self.name = name
            self.select = select
        }
    }

    /// What the transaction answers with.
    public enum Result: Hashable, Sendable {
        /// `SELECT … FROM …`.
        case select(Select)
        /// `SELECT row.column, …`.
        case references([RowReference])
    }

    /// One condition of `IF … THEN`.
    public enum Condition: Hashable, Sendable {
        /// `row.column IS NULL`, and `IS NOT NULL`.
        case isNull(RowReference, isNegated: Bool)
        /// `row.column = 1`.
        case reference(RowReference, ComparisonOperator, Term)
        /// `1 = row.column`.
        case term(Term, ComparisonOperator, RowReference)
    }

    /// The rows that are read first.
    public let assignments: [Assignment]
    /// What it answers with, if anything.
    public let result: Result?
    /// `IF … THEN`; nil where it says none.
    public let conditions: [Condition]?
    /// What it writes.
    public let modifications: [BatchTree.Modification]

    /// Makes a statement.
    public init(
        assignments: [Assignment] = [],
        result: Result? = nil,
        conditions: [Condition]? = nil,
        modifications: [BatchTree.Modification] = []
    ) {
        self.assignments = assignments
        self.result = result
        self.conditions = conditions
        self.modifications = modifications
    }

    /// The tables that it reads or writes, in the order in which they stand, each once.
    public var tables: [QualifiedName] {
        var tables = assignments.map(\.select.table)
        if case .select(let select)? = result { tables.append(select.table) }
        tables += modifications.map(\.table)
        var seen: Set<QualifiedName> = []
        return tables.filter { seen.insert($0).inserted }
    }
}

/// What a transaction has read before: `row`, `row.column`, `row.column.field` (6.0).
public struct RowReference: Hashable, Sendable {
    /// The name that LET gave.
    public let row: Name
    /// What of the row; nil for all of it.
    public let selection: Selector?

    /// Makes a reference.
    public init(_ row: Name, _ selection: Selector? = nil) {
        self.row = row
        self.selection = selection
    }
}

extension BatchTree.Modification {
    /// The table that it writes to.
    public var table: QualifiedName {
        switch self {
        case .insert(let insert): insert.table
        case .update(let update): update.table
        case .delete(let delete): delete.table
        }
    }
}
