/// The name of something in the schema as the server will know it: bare words in lower case, quoted ones as they are.
///
/// A placeholder in it stands as it is written.
public struct ObjectName: Hashable, Sendable {
    /// The keyspace in front of the name, or nil where the session's keyspace counts.
    public let keyspace: String?

    /// The name itself.
    ///
    /// For a keyspace it stands here.
    public let name: String

    /// Makes a name of its parts.
    public init(keyspace: String? = nil, name: String) {
        self.keyspace = keyspace
        self.name = name
    }
}

extension ObjectName: CustomStringConvertible {
    /// The name as CQL, quoted where it must be.
    public var description: String {
        let name = CQLIdentifier.quoted(name)
        guard let keyspace else { return name }
        return "\(CQLIdentifier.quoted(keyspace)).\(name)"
    }
}
