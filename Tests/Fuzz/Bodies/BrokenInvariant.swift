/// Something that holds for every input did not hold for one.
public struct BrokenInvariant: Error, CustomStringConvertible {
    /// What did not hold, and where.
    public let description: String

    init(_ description: String) { self.description = description }
}

/// Throws where a condition does not hold.
func require(_ condition: Bool, _ description: @autoclosure () -> String) throws(BrokenInvariant) {
    if !condition { throw BrokenInvariant(description()) }
}
