/// Nodes whose network can fall apart: real ones, each in a network of its own.
public protocol DivisibleNodes: NodesUnderTest {
    /// Cuts the last node, and with it whoever connects from here, off the others.
    func part() async throws
    /// Undoes `part()`.
    func join() async throws
}
