/// What makes a write conditional.
public enum Condition: Hashable, Sendable {
    /// Nothing does.
    case none
    /// `IF NOT EXISTS`.
    case ifNotExists
    /// `IF EXISTS`.
    case ifExists
    /// `IF a = 1 AND …`.
    case columns([ColumnCondition])
}

/// One part of an IF clause.
public struct ColumnCondition: Hashable, Sendable {
    /// What of a row is compared.
    public enum Subject: Hashable, Sendable {
        /// A column.
        case column(Name)
        /// `m[k]`.
        case element(Name, Term)
        /// `u.field`.
        case field(Name, Name)
    }

    /// What it is compared with.
    public enum Test: Hashable, Sendable {
        /// `= 1`.
        case compare(ComparisonOperator, Term)
        /// `IN (1, 2)`.
        case isIn(Relation.Values)
        /// `CONTAINS 1` (4.1 and later).
        case contains(Term)
        /// `CONTAINS KEY 1` (4.1 and later).
        case containsKey(Term)
    }

    /// What of a row is compared.
    public let subject: Subject
    /// What it is compared with.
    public let test: Test

    /// Makes a condition.
    public init(_ subject: Subject, _ test: Test) {
        self.subject = subject
        self.test = test
    }
}
