/// A type as a statement writes it.
public enum TypeExpression: Hashable, Sendable {
    /// A type of the language: `int`, `text` (also where it is called `varchar`).
    case native(NativeType)
    /// `list<…>`.
    indirect case list(TypeExpression)
    /// `set<…>`.
    indirect case set(TypeExpression)
    /// `map<…, …>`.
    indirect case map(TypeExpression, TypeExpression)
    /// `tuple<…>`.
    indirect case tuple([TypeExpression])
    /// `vector<…, n>` (5.0 and later).
    indirect case vector(TypeExpression, dimension: Int)
    /// `frozen<…>`.
    indirect case frozen(TypeExpression)
    /// A user-defined type.
    indirect case userDefined(QualifiedName)
    /// A Java class in single quotes.
    indirect case custom(String)
}
