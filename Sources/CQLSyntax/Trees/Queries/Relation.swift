/// One part of a WHERE clause.
public enum Relation: Hashable, Sendable {
    /// `c = 1`.
    case column(Name, ComparisonOperator, Term)
    /// `c IN (1, 2)`.
    case columnIn(Name, Values)
    /// `c NOT IN (1, 2)` (6.0).
    case columnNotIn(Name, Values)
    /// `c BETWEEN 1 AND 2` (6.0).
    case columnBetween(Name, Term, Term)
    /// `c CONTAINS 1`.
    case contains(Name, Term)
    /// `c CONTAINS KEY 1`.
    case containsKey(Name, Term)
    /// `c NOT CONTAINS 1` and `c NOT CONTAINS KEY 1` (6.0).
    case notContains(Name, Term, isKey: Bool)
    /// `c LIKE 'a%'`.
    case like(Name, Term)
    /// `c IS NOT NULL`, in views.
    case isNotNull(Name)
    /// `m[k] = 1`.
    case element(Name, Term, ComparisonOperator, Term)
    /// `(a, b) > (1, 2)`; the value is a tuple or a bind marker.
    case tuple([Name], ComparisonOperator, Term)
    /// `(a, b) IN ((1, 2), (3, 4))`.
    case tupleIn([Name], Values)
    /// `(a, b) NOT IN ((1, 2), (3, 4))` (6.0).
    case tupleNotIn([Name], Values)
    /// `(a, b) BETWEEN (1, 2) AND (3, 4)` (6.0).
    case tupleBetween([Name], Term, Term)
    /// `token(a, b) > token(1, 2)`.
    case token([Name], ComparisonOperator, Term)
    /// `token(a, b) BETWEEN x AND y` (6.0).
    case tokenBetween([Name], Term, Term)
    /// `expr(index, 'text')`: an expression of a custom index.
    case custom(QualifiedName, Term)

    /// What stands behind IN.
    public enum Values: Hashable, Sendable {
        /// `(a, b)`.
        case terms([Term])
        /// `?`: a bind marker for the whole list.
        case bindMarker(BindMarker)
    }
}
