/// One part of what a write does to a row.
enum Operation: Hashable, Sendable {
    /// Writes the whole value; null deletes it.
    case set(ColumnShape, PreparedTerm)
    /// Appends to a list, adds to a set, a map or a counter.
    case append(ColumnShape, PreparedTerm)
    /// Puts in front of a list.
    case prepend(ColumnShape, PreparedTerm)
    /// Takes from a list, a set, a map or a counter.
    case discard(ColumnShape, PreparedTerm)
    /// Writes an element of a list or a map.
    case setElement(ColumnShape, PreparedTerm, PreparedTerm)
    /// Writes a field of a user-defined type that is not frozen.
    case setField(ColumnShape, Int, PreparedTerm)
    /// Deletes the whole value.
    case deleteColumn(ColumnShape)
    /// Deletes an element.
    case deleteElement(ColumnShape, PreparedTerm)
    /// Deletes a field.
    case deleteField(ColumnShape, Int)

    /// The column that changes.
    var column: ColumnShape {
        switch self {
        case .set(let column, _), .append(let column, _), .prepend(let column, _), .discard(let column, _),
            .setElement(let column, _, _), .setField(let column, _, _), .deleteColumn(let column),
            .deleteElement(let column, _), .deleteField(let column, _):
            column
        }
    }
}
