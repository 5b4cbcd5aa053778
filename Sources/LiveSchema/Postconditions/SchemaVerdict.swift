/// What the rows of `system_schema` say of a statement.
public enum SchemaVerdict: Hashable, Sendable {
    /// What the statement asks for holds.
    case landed
    /// It does not hold, and nothing stands in its place; the clause without a full stop says what was found.
    case notLanded(String)
    /// Something stands there that the statement did not ask for.
    case conflicting([SchemaConflict])
    /// The rows do not tell; the clause without a full stop says why.
    case undecidable(String)
}

/// What was asked for, and what is there instead.
public struct SchemaConflict: Hashable, Sendable, CustomStringConvertible {
    /// What it is about: `column v of table k.t`.
    public let object: String
    /// What the statement says.
    public let asked: String
    /// What the rows say.
    public let found: String

    /// Makes a conflict.
    public init(_ object: String, asked: String, found: String) {
        self.object = object
        self.asked = asked
        self.found = found
    }

    /// `type of column v of table k.t: asked for text, found int`.
    public var description: String { "\(object): asked for \(asked), found \(found)" }
}
