public import FoundationEssentials

/// Every node that is up has the same schema.
public struct SchemaAgreement: Equatable, Sendable {
    /// The version that they have.
    public let version: UUID
    /// How long that took.
    public let elapsed: Duration
    /// Nodes that went down during the wait, and may not have it.
    public let without: [NodeID]
}

/// What a wait for schema agreement came to.
public enum SchemaAgreementResult: Equatable, Sendable {
    /// All nodes that are up agree.
    case agreed(SchemaAgreement)
    /// They did not within the time.
    case disagreed(SchemaDisagreement)
}
