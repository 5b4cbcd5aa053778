/// A type as a statement writes it.
public indirect enum TypeExpression: Hashable, Sendable {
    /// A type of the language: `int`, `text` (also where it is called `varchar`).
    case native(NativeType)
    /// `list<…>`.
    case list(TypeExpression)
    /// `set<…>`.
    case set(TypeExpression)
    /// `map<…, …>`.
    case map(TypeExpression, TypeExpression)
    /// `tuple<…>`.
    case tuple([TypeExpression])
    /// `vector<…, n>` (5.0 and later).
    case vector(TypeExpression, dimension: Int)
    /// `frozen<…>`.
    case frozen(TypeExpression)
    /// A user-defined type.
    case userDefined(QualifiedName)
    /// A Java class in single quotes.
    case custom(String)
}
