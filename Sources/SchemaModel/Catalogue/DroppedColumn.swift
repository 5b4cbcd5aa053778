/// A column that is gone: what the server keeps of it so that old cells do not come back (`DroppedColumn`).
public struct DroppedColumn: Hashable, Sendable {
    /// The name.
    public var name: String
    /// What it was in its table.
    public var kind: Column.Kind
    /// Its type, with the user-defined types in it as tuples: those may be gone as well.
    public var type: DataType
    /// When it went, in microseconds of the time stamps of writes: older cells are not shown.
    public var time: Int64

    /// Makes a dropped column.
    public init(name: String, kind: Column.Kind, type: DataType, time: Int64) {
        self.name = name
        self.kind = kind
        self.type = type
        self.time = time
    }
}
