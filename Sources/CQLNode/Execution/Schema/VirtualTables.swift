public import CQLWire

/// The tables that are computed rather than stored: those of the system's keyspaces.
///
/// SELECT works on them as on any other table; nothing can be written to them.
public protocol VirtualTables: Sendable {
    /// Whether there is a system keyspace of this name.
    func hasKeyspace(_ name: String) -> Bool

    /// The shape of a table; nil if there is none of that name.
    func table(_ name: String, in keyspace: String) -> TableShape?

    /// All rows of a table, in any order; a missing column is null.
    func rows(of name: String, in keyspace: String) -> [VirtualRow]
}

/// A row of a virtual table: values by the names of their columns.
public typealias VirtualRow = [String: CQLValue]

/// Names in a virtual row that are none of its columns.
public enum VirtualColumn {
    /// The time stamp of its cells, in microseconds since 1970: what WRITETIME tells.
    public static let writeTime = ""
}

/// No virtual tables at all.
public struct NoVirtualTables: VirtualTables {
    /// Makes an empty set of tables.
    public init() {}

    /// False.
    public func hasKeyspace(_: String) -> Bool { false }

    /// Nil.
    public func table(_: String, in _: String) -> TableShape? { nil }

    /// Nothing.
    public func rows(of _: String, in _: String) -> [VirtualRow] { [] }
}
