/// What a SELECT computes for each row (`Selectable.Raw` of the server).
public enum Selector: Hashable, Sendable {
    /// A column.
    case column(Name)
    /// A value that is the same for every row.
    indirect case term(Term)
    /// `count(*)`, also `count(1)`.
    case countRows
    /// `writetime(…)`.
    indirect case writeTime(Selector)
    /// `maxwritetime(…)` (5.0 and later).
    indirect case maximumWriteTime(Selector)
    /// `ttl(…)`.
    indirect case timeToLive(Selector)
    /// `cast(… as type)`.
    indirect case cast(Selector, TypeExpression)
    /// `f(…)`.
    indirect case call(QualifiedName, [Selector])
    /// `u.field`.
    indirect case field(Selector, Name)
    /// `m[k]`.
    indirect case element(Selector, Term)
    /// `m[a..b]`.
    indirect case slice(Selector, from: Term?, to: Term?)
    /// `a + b` and so on (4.0 and later).
    indirect case arithmetic(Selector, ArithmeticOperator, Selector)
    /// `-a` (4.0 and later).
    indirect case negated(Selector)
    /// `(a, b)` (4.0 and later).
    case tuple([Selector])
    /// `[a, b]` (4.0 and later).
    case list([Selector])
    /// `{a, b}` (4.0 and later).
    case set([Selector])
    /// `{a: b}` (4.0 and later).
    case map([MapEntry])
    /// `(type) a` (4.0 and later).
    indirect case hint(TypeExpression, Selector)

    /// A key of a map and its value.
    public struct MapEntry: Hashable, Sendable {
        /// The key.
        public let key: Selector
        /// The value.
        public let value: Selector

        /// Makes an entry.
        public init(key: Selector, value: Selector) {
            self.key = key
            self.value = value
        }
    }
}

/// A selector with the name that its result gets.
public struct SelectedItem: Hashable, Sendable {
    /// What is computed.
    public let selector: Selector
    /// `AS name`.
    public let alias: Name?
    /// Where it stands; the server names a result without an alias by its own rendering, not by this text.
    public let span: Span

    /// Makes an item.
    public init(_ selector: Selector, alias: Name? = nil, at span: Span = .none) {
        self.selector = selector
        self.alias = alias
        self.span = span
    }
}
