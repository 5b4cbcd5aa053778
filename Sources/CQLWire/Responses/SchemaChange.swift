/// What a DDL statement changed; a RESULT and an EVENT alike (native_protocol_v4.spec §4.2.5.5).
public struct SchemaChange: Hashable, Sendable {
    /// What happened to the target.
    public enum Change: Hashable, Sendable {
        /// It is new.
        case created
        /// It, or an index or a trigger of it, is different.
        case updated
        /// It is gone.
        case dropped
        /// A text that the specification does not list.
        case unknown(String)
    }

    /// What changed.
    ///
    /// A view is a table; an index is a part of its table.
    public enum Target: Hashable, Sendable {
        /// A keyspace.
        case keyspace(String)
        /// A table or a view.
        case table(keyspace: String, name: String)
        /// A user-defined type.
        case type(keyspace: String, name: String)
        /// A function, with the CQL names of its argument types.
        case function(keyspace: String, name: String, argumentTypes: [String])
        /// An aggregate, with the CQL names of its argument types.
        case aggregate(keyspace: String, name: String, argumentTypes: [String])
        /// A kind that the specification does not list, with the bytes that describe it. It is no error, because the
        /// statement did succeed.
        case unknown(kind: String, description: [UInt8])
    }

    /// What happened.
    public var change: Change
    /// What it happened to.
    public var target: Target

    /// Creates a schema change.
    public init(_ change: Change, _ target: Target) {
        self.change = change
        self.target = target
    }
}

extension SchemaChange.Change: CustomStringConvertible {
    /// Finds the change of a text on the wire; never fails.
    public init(_ text: String) {
        switch text {
        case "CREATED": self = .created
        case "UPDATED": self = .updated
        case "DROPPED": self = .dropped
        default: self = .unknown(text)
        }
    }

    /// The text on the wire.
    public var description: String {
        switch self {
        case .created: "CREATED"
        case .updated: "UPDATED"
        case .dropped: "DROPPED"
        case .unknown(let text): text
        }
    }
}
