/// When to wait until all nodes have the same schema.
public enum AgreementMode: String, Sendable, CaseIterable {
    /// After every statement that changes the schema.
    case statement
    /// Before statements that need the schema, and at the end of a script.
    case script
}
