/// A value that is sent beside the statement: `?` or `:name`.
public struct BindMarker: Hashable, Sendable {
    /// The name, where it has one.
    public let name: Name?

    /// How many bind markers stand in front of it in the statement.
    public let index: Int

    /// Makes a marker.
    public init(name: Name? = nil, index: Int) {
        self.name = name
        self.index = index
    }
}
