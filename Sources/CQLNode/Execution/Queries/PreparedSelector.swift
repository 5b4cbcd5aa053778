import CQLWire

/// What a SELECT computes of a row, with types.
indirect enum PreparedSelector: Hashable, Sendable {
    /// What WRITETIME and its kin ask of a cell.
    enum CellFact: Hashable, Sendable {
        case writeTime, maximumWriteTime, timeToLive
    }

    /// A part of a column whose cells are asked for something.
    enum CellPart: Hashable, Sendable {
        case whole
        case element(PreparedTerm)
        case field(Int)
    }

    case column(ColumnShape)
    case term(PreparedTerm)
    case cellFact(CellFact, ColumnShape, CellPart)
    case call(NativeFunction, [PreparedSelector])
    /// The result of the aggregate of this index.
    case aggregate(Int)
    case field(PreparedSelector, Int)
    case element(PreparedSelector, PreparedTerm, CQLType)
    case slice(PreparedSelector, PreparedTerm?, PreparedTerm?, CQLType)
    case components([PreparedSelector])
    case list([PreparedSelector])
    case set([PreparedSelector], CQLType)
    case map([PreparedSelector], CQLType)
}

/// A column of a result.
struct SelectedColumn: Hashable, Sendable {
    let name: String
    let type: CQLType
    let selector: PreparedSelector
}

/// An aggregate function with what it is computed of.
struct SelectedAggregate: Hashable, Sendable {
    let function: NativeFunction
    let arguments: [PreparedSelector]
}
