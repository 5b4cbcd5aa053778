import FoundationEssentials

/// What can happen during a wait for schema agreement.
enum AgreementEvent: Sendable {
    case answered(NodeID, UUID?)
    case peersAnswered([NodeID: UUID])
    case schemaChanged(NodeID)
    case announcedDown(NodeID)
    case announcedUp(NodeID)
    case connectionLost(NodeID)
    case silent(NodeID)
    case refused(NodeID)
    case reconnected(NodeID)
    case timerFired
}
