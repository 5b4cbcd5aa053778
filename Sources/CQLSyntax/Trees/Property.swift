/// One `name = value` behind WITH.
public struct Property: Hashable, Sendable {
    /// What may stand behind the `=`.
    public enum Value: Hashable, Sendable {
        /// A single value.
        case constant(Constant)
        /// A map as `{'class': 'SimpleStrategy', 'replication_factor': 1}`, in the order in which it is written.
        case map([Entry])
        /// `{a, k.b}`: names, which 6.0 takes for `included_indexes` and `excluded_indexes`.
        case names([QualifiedName])
    }

    /// One entry of a map.
    public struct Entry: Hashable, Sendable {
        /// The key.
        public let key: Constant
        /// The value.
        public let value: Constant

        /// Makes an entry.
        public init(key: Constant, value: Constant) {
            self.key = key
            self.value = value
        }
    }

    /// The name, in lower case.
    public let name: Name

    /// The value.
    public let value: Value

    /// Makes a property.
    public init(_ name: Name, _ value: Value) {
        self.name = name
        self.value = value
    }
}
