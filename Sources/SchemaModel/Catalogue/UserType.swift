/// A user-defined type.
public struct UserType: Hashable, Sendable {
    /// A part of the type's values.
    public struct Field: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The type.
        public var type: DataType

        /// Makes a field.
        public init(_ name: String, _ type: DataType) {
            self.name = name
            self.type = type
        }
    }

    /// The keyspace.
    public var keyspace: String
    /// The name.
    public var name: String
    /// The fields in the order in which values hold them.
    public var fields: [Field]

    /// Makes a type.
    public init(keyspace: String, name: String, fields: [Field]) {
        self.keyspace = keyspace
        self.name = name
        self.fields = fields
    }
}
