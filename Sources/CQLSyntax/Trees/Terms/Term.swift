/// A value that a statement gives (`Term.Raw` of the server).
public enum Term: Hashable, Sendable {
    /// `NULL`.
    case null
    /// A single literal.
    case constant(Constant)
    /// `?` or `:name`.
    case bindMarker(BindMarker)
    /// `[a, b]`: a list or a vector.
    case list([Term])
    /// `{a, b}`: a set; `{}` also an empty map.
    case set([Term])
    /// `{a: b}`: a map.
    case map([MapEntry])
    /// `{field: a}`: a value of a user-defined type.
    case userType([FieldValue])
    /// `(a, b)`: a tuple.
    case tuple([Term])
    /// `f(a, b)`.
    indirect case call(FunctionCall)
    /// `(type) a`.
    indirect case hint(TypeExpression, Term)
    /// `CAST(a AS type)` (4.0 and later).
    indirect case cast(Term, NativeType)
    /// `a + b` and so on (4.0 and later).
    indirect case arithmetic(Term, ArithmeticOperator, Term)
    /// `-a` (4.0 and later).
    indirect case negated(Term)
    /// `row.column`: what a transaction has read before (6.0), where it writes.
    indirect case reference(RowReference)

    /// A key of a map and its value.
    public struct MapEntry: Hashable, Sendable {
        /// The key.
        public let key: Term
        /// The value.
        public let value: Term

        /// Makes an entry.
        public init(key: Term, value: Term) {
            self.key = key
            self.value = value
        }
    }

    /// A field of a user-defined type and its value.
    public struct FieldValue: Hashable, Sendable {
        /// The field.
        public let field: Name
        /// The value.
        public let value: Term

        /// Makes a field's value.
        public init(field: Name, value: Term) {
            self.field = field
            self.value = value
        }
    }
}
