/// One part of a SET clause.
public enum Assignment: Hashable, Sendable {
    /// `c = 1`.
    case set(Name, Term)
    /// `c = c + 1`, `c += 1`: adds to a counter, appends to a list, adds to a set or map.
    case append(Name, Term)
    /// `c = c - 1`, `c -= 1`: takes from a counter, a list, a set or a map.
    case remove(Name, Term)
    /// `c = [1] + c`: prepends to a list.
    case prepend(Name, Term)
    /// `c[k] = 1`: an element of a list or a map.
    case setElement(Name, Term, Term)
    /// `c.field = 1`: a field of a user-defined type that is not frozen.
    case setField(Name, Name, Term)
}

/// What a DELETE takes away.
public enum DeletedItem: Hashable, Sendable {
    /// `c`.
    case column(Name)
    /// `c[k]`.
    case element(Name, Term)
    /// `c.field`.
    case field(Name, Name)
}
