public import CQLSyntax
public import CQLWire

/// The values of a statement's bind markers.
public enum BoundValues: Hashable, Sendable {
    /// In the order of the markers.
    case positional([BoundValue])
    /// By the names of the markers.
    case named([QueryParameters.NamedValue])

    /// No values.
    public static let none = BoundValues.positional([])
}

/// A statement of a BATCH request, with its values.
public struct BatchEntry: Hashable, Sendable {
    /// The statement.
    public var tree: StatementTree
    /// The values of its bind markers.
    public var values: BoundValues

    /// Makes an entry.
    public init(_ tree: StatementTree, _ values: BoundValues = .none) {
        self.tree = tree
        self.values = values
    }
}
