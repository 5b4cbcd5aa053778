/// What goes wrong with certain requests: a condition, a reaction, and for which of the requests that meet the condition.
///
/// The text form is that of ``init(_:)``:
///
///     reaction [when condition] [after N] [times N]
public struct Fault: Hashable, Sendable {
    /// Which requests it is about.
    public var condition: FaultCondition
    /// What happens to them.
    public var reaction: FaultReaction
    /// How many of those requests go well before the fault begins.
    public var skipping: Int
    /// How often it happens; nil is without end.
    public var times: Int?

    /// Makes a fault.
    public init(
        _ reaction: FaultReaction, when condition: FaultCondition = .any, skipping: Int = 0, times: Int? = nil
    ) {
        self.condition = condition
        self.reaction = reaction
        self.skipping = skipping
        self.times = times
    }
}

extension Fault: CustomStringConvertible {
    /// The text that is read as this fault, except for reactions that have none.
    public var description: String {
        var text = "\(reaction)"
        if condition != .any { text += " when \(condition)" }
        if skipping > 0 { text += " after \(skipping)" }
        if let times { text += " times \(times)" }
        return text
    }
}
