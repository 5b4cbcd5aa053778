/// What kind of thing a statement names.
public enum ObjectKind: String, Hashable, Sendable, CaseIterable {
    /// A keyspace, also where it is called `SCHEMA`.
    case keyspace
    /// A table, also where it is called `COLUMNFAMILY`.
    case table
    /// A column of a table.
    case column
    /// A materialized view.
    case materializedView = "materialized-view"
    /// A secondary index, custom or not.
    case index
    /// A user-defined type.
    case type
    /// A field of a user-defined type.
    case field
    /// A user-defined function.
    case function
    /// A user-defined aggregate.
    case aggregate
    /// A trigger.
    case trigger
    /// A role.
    case role
    /// A user: a role that may log in.
    case user
    /// An identity of a client certificate.
    case identity
}
