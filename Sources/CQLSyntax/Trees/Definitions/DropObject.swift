/// A statement that drops one thing by its name: DROP TABLE, DROP TYPE, DROP INDEX.
public struct DropObject: Hashable, Sendable {
    /// The thing.
    public let name: QualifiedName
    /// Whether it says IF EXISTS.
    public let ifExists: Bool

    /// Makes a statement.
    public init(name: QualifiedName, ifExists: Bool = false) {
        self.name = name
        self.ifExists = ifExists
    }
}
