/// A user-defined type, with its fields as they were when the server described it.
public struct UserDefinedType: Hashable, Sendable {
    /// A field of a user-defined type.
    public struct Field: Hashable, Sendable {
        /// The name, without quotes.
        public var name: String
        /// The type.
        public var type: CQLType

        /// Creates a field.
        public init(name: String, type: CQLType) {
            self.name = name
            self.type = type
        }
    }

    /// The keyspace that the type belongs to.
    public var keyspace: String
    /// The name, without quotes.
    public var name: String
    /// The fields, in order.
    public var fields: [Field]

    /// Creates a type.
    public init(keyspace: String, name: String, fields: [Field]) {
        self.keyspace = keyspace
        self.name = name
        self.fields = fields
    }
}
