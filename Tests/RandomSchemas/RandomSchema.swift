public import SchemaModel

/// A schema that was made by chance.
public struct RandomSchema: Sendable {
    /// The statements that make it, in an order that a server of its release accepts; those that made a variation
    /// stand behind those of what it varies.
    public internal(set) var statements: [String]

    /// What is there after them: one keyspace with what is in it.
    public internal(set) var catalogue: Catalogue

    /// What the model refused of what was tried, with its reason: the first word is the code.
    public internal(set) var refused: [Refused]

    /// A statement that the model refused.
    public struct Refused: Sendable {
        /// The statement.
        public let statement: String
        /// What it was refused with.
        public let reason: String
    }
}
