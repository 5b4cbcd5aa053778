/// What a statement is and what it names, read from its first words: the statement may still be wrong further on.
public struct StatementSummary: Hashable, Sendable {
    /// What it does to a cluster.
    public let kind: StatementKind

    /// The words that say so, in upper case and in one spelling: `CREATE TABLE` also for `create columnfamily`, `CREATE
    /// INDEX` also for `CREATE CUSTOM INDEX`, `BATCH` for any `BEGIN … BATCH`.
    ///
    /// The first word of a statement that no release knows.
    public let verb: String

    /// What kind of thing it names, where it names one.
    public let objectKind: ObjectKind?

    /// The thing it names.
    ///
    /// Nil where it names none, as `CREATE INDEX ON t (c)`, and where the name cannot be read.
    public let object: ObjectName?

    /// The table that an index, a trigger or a column belongs to or that a view reads; the type that a field belongs to.
    public let owner: ObjectName?

    /// Whether it says `IF EXISTS` of the thing it names.
    public let ifExists: Bool

    /// Whether it says `IF NOT EXISTS` of the thing it names, or of the row it inserts.
    public let ifNotExists: Bool

    /// Whether it says `OR REPLACE`.
    public let orReplace: Bool

    /// Whether it is a `CREATE CUSTOM INDEX`.
    public let isCustom: Bool

    /// Makes a summary of its parts.
    public init(
        kind: StatementKind,
        verb: String,
        objectKind: ObjectKind? = nil,
        object: ObjectName? = nil,
        owner: ObjectName? = nil,
        ifExists: Bool = false,
        ifNotExists: Bool = false,
        orReplace: Bool = false,
        isCustom: Bool = false
    ) {
        self.kind = kind
        self.verb = verb
        self.objectKind = objectKind
        self.object = object
        self.owner = owner
        self.ifExists = ifExists
        self.ifNotExists = ifNotExists
        self.orReplace = orReplace
        self.isCustom = isCustom
    }

    /// The keyspace that the statement names: in front of the object's name, or as the object.
    public var keyspace: String? {
        objectKind == .keyspace ? object?.name : object?.keyspace ?? owner?.keyspace
    }

    /// The name of the object, without its keyspace.
    public var name: String? { object?.name }
}
