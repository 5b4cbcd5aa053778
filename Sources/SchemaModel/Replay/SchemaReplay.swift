public import CQLSyntax

/// A catalogue that statements are applied to without a server, one after the other, as a session would run them.
///
/// Nothing is refused that only the configuration of a server's nodes refuses: a data centre, a memtable or a feature
/// that a statement names is taken to be there.
public struct SchemaReplay: Sendable {
    /// The schema so far.
    public private(set) var catalogue: Catalogue
    /// The keyspaces whose replication a statement has said.
    public private(set) var declaredKeyspaces: Set<String>
    /// What the next statement is applied with.
    public private(set) var context: SchemaContext

    /// Begins with a session in a keyspace.
    ///
    /// - Parameters:
    ///   - release: The release whose rules and defaults hold.
    ///   - keyspace: The session's keyspace.
    ///   - catalogue: What is there already.
    ///   - dataCentres: The data centres over which a replication is spread that names none.
    public init(
        release: CassandraRelease, keyspace: String, catalogue: Catalogue = Catalogue(), dataCentres: [String] = []
    ) {
        self.catalogue = catalogue
        declaredKeyspaces = Set(catalogue.keyspaces.keys)
        context = .permissive(release: release, keyspace: keyspace, for: Array(catalogue.keyspaces.values))
        context.settings.dropCompactStorage = true
        if !dataCentres.isEmpty { context.dataCentres = [:] }
        for name in dataCentres { context.dataCentres[name] = 1 }
    }

    /// The release whose rules and defaults hold.
    public var release: CassandraRelease { context.release }

    /// The session's keyspace.
    public var keyspace: String {
        get { context.keyspace ?? "" }
        set { context.keyspace = newValue }
    }

    /// The same session in front of another schema.
    public func on(_ catalogue: Catalogue) -> SchemaReplay {
        var replay = self
        replay.catalogue = catalogue
        return replay
    }

    /// Applies a statement; what does not change the schema changes nothing.
    ///
    /// A keyspace that is not there is taken to be: it is made before its migrations are.
    public mutating func run(_ tree: StatementTree) throws(SchemaRefusal) {
        if case .use(let name) = tree {
            context.keyspace = name.text
            return
        }
        allow(tree)
        context.countTable()
        context.now += 1
        switch tree {
        case .createKeyspace(let statement) where !declaredKeyspaces.contains(statement.name.text):
            try declare(statement.name.text, tree)
        case .dropKeyspace(let statement):
            _ = try catalogue.apply(tree, in: context)
            declaredKeyspaces.remove(statement.name.text)
        case .createTrigger(let statement):
            try create(statement)
        default:
            if let name = tree.keyspace(in: context.keyspace), catalogue[name] == nil { imply(name) }
            _ = try catalogue.apply(tree, in: context)
        }
    }

    /// Gives a keyspace its settings, be it that its objects stand in front of them.
    private mutating func declare(_ name: String, _ tree: StatementTree) throws(SchemaRefusal) {
        var made = Catalogue()
        _ = try made.apply(tree, in: context)
        guard let settings = made[name] else { return }
        var keyspace = catalogue[name] ?? settings
        keyspace.replication = settings.replication
        keyspace.durableWrites = settings.durableWrites
        keyspace.fastPath = settings.fastPath
        catalogue.keyspaces[name] = keyspace
        declaredKeyspaces.insert(name)
    }

    /// The model refuses every trigger, since it has no Java: here the class is taken to be there.
    private mutating func create(_ statement: CreateTrigger) throws(SchemaRefusal) {
        let keyspace = try context.keyspace(of: statement.table)
        let (name, table) = (statement.name.text, statement.table.name.text)
        guard let triggers = catalogue.table(table, in: keyspace)?.triggers else {
            throw .invalid("Table '\(table)' doesn't exist")
        }
        guard triggers[name] == nil else {
            if statement.ifNotExists { return }
            throw .invalid("Trigger '\(name)' already exists")
        }
        catalogue.keyspaces[keyspace]?.tables[table]?.triggers[name] = statement.using
    }

    private mutating func imply(_ name: String) {
        catalogue.keyspaces[name] = Keyspace(name: name, replication: .simple(1))
    }

    /// Takes what a statement names of the nodes' configuration to be there.
    private mutating func allow(_ tree: StatementTree) {
        for property in tree.properties {
            switch (property.name.text, property.value) {
            case ("memtable", .constant(let name)): context.settings.memtables.insert(name.text)
            case ("replication", .map(let entries)):
                let isSpread = entries.contains {
                    $0.key.text == "class" && $0.value.text.hasSuffix("TopologyStrategy")
                }
                for entry in entries where isSpread {
                    let name = entry.key.text
                    guard name != "class", name != "replication_factor" else { continue }
                    context.dataCentres[name] = context.dataCentres[name] ?? 1
                }
            default: break
            }
        }
    }
}

extension StatementTree {
    /// The properties behind WITH of a keyspace or a table.
    fileprivate var properties: [Property] {
        switch self {
        case .createKeyspace(let statement): statement.properties
        case .alterKeyspace(let statement): statement.properties
        case .createTable(let statement): statement.properties
        case .alterTable(let statement):
            if case .properties(let properties) = statement.change { properties } else { [] }
        case .createView(let statement): statement.properties
        case .alterView(let statement): statement.properties
        default: []
        }
    }

    /// The keyspace whose schema a statement changes; nil where it changes none.
    func keyspace(in session: String?) -> String? {
        let name: QualifiedName
        switch self {
        case .createTable(let statement): name = statement.name
        case .alterTable(let statement): name = statement.name
        case .createType(let statement): name = statement.name
        case .alterType(let statement): name = statement.name
        case .createIndex(let statement): name = statement.table
        case .copyTable(let statement): name = statement.name
        case .createView(let statement): name = statement.name
        case .alterView(let statement): name = statement.name
        case .createFunction(let statement): name = statement.name
        case .createAggregate(let statement): name = statement.name
        case .createTrigger(let statement): name = statement.table
        case .dropTable(let statement), .dropType(let statement), .dropIndex(let statement), .dropView(let statement):
            name = statement.name
        case .dropFunction(let statement), .dropAggregate(let statement): name = statement.name
        case .dropTrigger(let statement): name = statement.table
        case .alterKeyspace(let statement): return statement.name.text
        default: return nil
        }
        return name.keyspace?.text ?? session
    }
}
