import CQLSyntax
import CQLWire

/// What makes a write conditional, with types.
enum PreparedCondition: Hashable, Sendable {
    case none
    case ifNotExists
    case ifExists
    case columns([ColumnTest])

    /// One part of an IF clause.
    struct ColumnTest: Hashable, Sendable {
        /// What of the column is compared.
        enum Part: Hashable, Sendable {
            case whole
            case element(PreparedTerm)
            case field(Int)
        }

        /// What it is compared with.
        enum Comparison: Hashable, Sendable {
            case compare(ComparisonOperator, PreparedTerm)
            case isIn([PreparedTerm])
            case isInMarker(PreparedTerm)
            case contains(PreparedTerm, isKey: Bool)
        }

        let column: ColumnShape
        let part: Part
        let comparison: Comparison
        /// The type of what is compared.
        let type: CQLType
    }

    /// Whether there is none.
    var isNone: Bool { self == .none }

    /// The columns that an IF clause names; nil for IF [NOT] EXISTS.
    var columns: [ColumnShape]? {
        if case .columns(let tests) = self { tests.map(\.column) } else { nil }
    }
}
