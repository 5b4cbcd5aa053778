/// A name with the keyspace in front of it, where one stands there.
public struct QualifiedName: Hashable, Sendable {
    /// The keyspace, or nil where the session's keyspace counts.
    public let keyspace: Name?

    /// The name itself.
    public let name: Name

    /// Makes a name of its parts.
    public init(keyspace: Name? = nil, _ name: Name) {
        self.keyspace = keyspace
        self.name = name
    }

    /// Both parts without quotes, as the messages of servers have them.
    public var textAsWritten: String { (keyspace.map { "\($0.text)." } ?? "") + name.text }

    /// The name without its place.
    public var objectName: ObjectName { ObjectName(keyspace: keyspace?.text, name: name.text) }
}

extension QualifiedName: CustomStringConvertible {
    /// The name as CQL, quoted where it must be.
    public var description: String { objectName.description }
}
