import CQLSyntax
import CQLWire

/// What a WHERE clause says of one column, or of several consecutive clustering columns.
struct Restriction: Hashable, Sendable {
    /// Values for the columns: a term each, or one for a tuple of all of them.
    enum Values: Hashable, Sendable {
        case terms([PreparedTerm])
        case tuple(PreparedTerm)
    }

    /// One end of a slice.
    struct Bound: Hashable, Sendable {
        let values: Values
        let isInclusive: Bool
    }

    /// What may stand in an IN.
    enum Choice: Hashable, Sendable {
        case values([Values])
        /// A marker for a list.
        case marker(PreparedTerm)
    }

    /// How the columns are restricted.
    enum Kind: Hashable, Sendable {
        case equal(Values)
        case isIn(Choice)
        case slice(lower: Bound?, upper: Bound?)
        /// Values, keys and entries that a collection must hold.
        case contains(values: [PreparedTerm], keys: [PreparedTerm], entries: [PreparedTerm.Entry])
        case notEqual(Values)
        case notIn(Choice)
        case like(PreparedTerm)
    }

    /// The columns.
    let columns: [ColumnShape]
    /// How they are restricted.
    var kind: Kind
    /// Whether it came of a relation between brackets.
    var isMultiColumn = false
    /// The release whose messages apply.
    var release = CassandraRelease.v50

    var isEqual: Bool { if case .equal = kind { true } else { false } }
    var isIn: Bool { if case .isIn = kind { true } else { false } }
    var isContains: Bool { if case .contains = kind { true } else { false } }
    /// Whether the columns behind it cannot be looked up any more.
    var isSlice: Bool {
        switch kind {
        case .slice, .notEqual, .notIn: true
        default: false
        }
    }

    /// The names of the columns as messages have them.
    var columnNames: String { columns.map { shownName(of: $0) }.joined(separator: ", ") }

    /// The name of a column: from 6.0 on in quotes where it must be.
    func shownName(of column: ColumnShape) -> String {
        release < .v60 ? column.name : CQLIdentifier.quoted(column.name)
    }

    /// What is said of null.
    func nullMessage(_ column: ColumnShape) -> String {
        if release >= .v60 { return "Invalid null value for column \(shownName(of: column))" }
        return column.isPrimaryKey
            ? "Invalid null value in condition for column \(column.name)"
            : "Unsupported null value for column \(column.name)"
    }
}
