public import CQLSyntax
import FoundationEssentials
public import SchemaModel

/// What has to hold of the schema once a statement has taken effect.
///
/// A value: which rows it needs is one question, what they say is another; reading them is somebody else's work. What a
/// statement makes of a schema is what `SchemaModel` makes of it, so that there is one opinion about it.
public struct Postcondition: Hashable, Sendable {
    /// The statement.
    public let tree: StatementTree
    /// Where names without a keyspace are looked up.
    let sessionKeyspace: String?
    /// The release whose rules hold.
    let release: CassandraRelease
    /// The data centres and how many nodes each has: `replication_factor` means them all.
    let dataCentres: [String: Int]

    /// The postcondition of a statement that changes the schema; nil for every other.
    ///
    /// - Parameter keyspace: The session's, without quotes.
    public init?(
        of tree: StatementTree, keyspace: String?, release: CassandraRelease, dataCentres: [String: Int]
    ) {
        guard tree.changesSchema else { return nil }
        self.tree = tree
        sessionKeyspace = keyspace
        self.release = release
        self.dataCentres = dataCentres
    }

    /// The keyspace in which the statement changes something; nil where it names none and the session has none.
    public var keyspace: String? {
        switch tree {
        case .createKeyspace(let statement): statement.name.text
        case .alterKeyspace(let statement): statement.name.text
        case .dropKeyspace(let statement): statement.name.text
        case .annotate(let statement):
            if case .keyspace(let name) = statement.target { name.text } else { sessionKeyspace }
        default: target?.keyspace?.text ?? sessionKeyspace
        }
    }

    /// Whether the statement accepts whatever stands there already under the name.
    public var acceptsExisting: Bool {
        switch tree {
        case .createKeyspace(let statement): statement.ifNotExists
        case .createTable(let statement): statement.ifNotExists
        case .copyTable(let statement): statement.ifNotExists
        case .createType(let statement): statement.ifNotExists
        case .createIndex(let statement): statement.ifNotExists
        case .createView(let statement): statement.ifNotExists
        case .createFunction(let statement): statement.ifNotExists
        case .createAggregate(let statement): statement.ifNotExists
        case .createTrigger(let statement): statement.ifNotExists
        case .alterTable(let statement):
            if case .add(_, let ifNotExists) = statement.change { ifNotExists } else { false }
        case .alterType(let statement):
            if case .add(_, let ifNotExists) = statement.change { ifNotExists } else { false }
        default: false
        }
    }

    /// What the rows say of the statement.
    ///
    /// - Parameters:
    ///   - before: What ``queriesBefore`` gave when the statement was about to be sent; nil where nobody looked.
    ///   - now: What ``queries`` give.
    public func verdict(before: [SystemRow]? = nil, now: [SystemRow]) -> SchemaVerdict {
        do throws(Undecidable) {
            guard let keyspace else { throw Undecidable("the statement names no keyspace") }
            let judge = SchemaJudge(postcondition: self, keyspace: keyspace, now: now, before: before)
            return try judge.verdict()
        } catch {
            return .undecidable(error.reason)
        }
    }

    /// What the model is asked with: the rules alone, not what a configuration switches off, for the server has decided
    /// that already.
    var context: SchemaContext {
        var settings = NodeSettings()
        settings.masking = true
        settings.sasiIndexes = true
        settings.dropCompactStorage = true
        settings.transactions = true
        if let name = memtable { settings.memtables.insert(name) }
        return SchemaContext(
            release: release, keyspace: sessionKeyspace,
            newTableID: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), now: 0, dataCentres: dataCentres,
            settings: settings)
    }

    private var memtable: String? {
        for property in tree.properties where property.name.text == "memtable" {
            if case .constant(let value) = property.value { return value.text }
        }
        return nil
    }

    /// The name of what the statement makes, changes or drops, or of the table that it belongs to.
    private var target: QualifiedName? {
        switch tree {
        case .createTable(let statement): statement.name
        case .alterTable(let statement): statement.name
        case .copyTable(let statement): statement.name
        case .createType(let statement): statement.name
        case .alterType(let statement): statement.name
        case .createIndex(let statement): statement.table
        case .createView(let statement): statement.name
        case .alterView(let statement): statement.name
        case .createFunction(let statement): statement.name
        case .createAggregate(let statement): statement.name
        case .dropFunction(let statement), .dropAggregate(let statement): statement.name
        case .createTrigger(let statement): statement.table
        case .dropTrigger(let statement): statement.table
        case .dropTable(let drop), .dropType(let drop), .dropIndex(let drop), .dropView(let drop): drop.name
        default: nil
        }
    }
}

/// Why rows do not tell what became of a statement.
struct Undecidable: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
