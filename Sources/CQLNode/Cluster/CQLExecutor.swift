import CQLSyntax
public import CQLWire
public import FoundationEssentials
public import SchemaModel

/// Executes CQL: reads the text, and keeps the rows of the cluster and the schema of each node.
public struct CQLExecutor: StatementExecutor {
    private let release: CassandraRelease
    private let clusterName: String
    private let settings: NodeSettings
    private var database = Database()
    private var history: SchemaHistory

    /// The executor of an empty cluster.
    public init(_ plan: ClusterPlan) {
        release = plan.release
        clusterName = plan.clusterName
        settings = plan.settings
        history = SchemaHistory(nodes: plan.dataCenters.count, release: plan.release)
    }

    /// The schema as a node sees it.
    public func catalogue(of node: Int) -> Catalogue { history.catalogue(of: node) }

    /// The version of the schema that a node has.
    public func schemaVersion(of node: Int) -> UUID { history.version(of: node) }

    /// What PREPARE tells of a statement.
    ///
    /// - Throws: The server's refusal.
    public mutating func prepare(
        _ cql: String, at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> PreparedShape {
        let tree = try parse(cql)
        if case .describe = tree { return PreparedShape() }
        guard !tree.isDefinition else { return PreparedShape() }
        return try database.prepare(tree, catalogue: history.catalogue(of: node), context: context)
    }

    /// Executes a statement.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    public mutating func execute(
        _ cql: String, _ values: BoundValues, at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> StatementEffect {
        let tree = try parse(cql)
        if tree.isDefinition { return try define(tree, at: node, context) }
        var catalogue = history.catalogue(of: node)
        if case .describe(let describe) = tree {
            let description = Description(release, clusterName: clusterName, catalogue, context)
            return StatementEffect(try description.answer(to: describe))
        }
        return StatementEffect(try database.execute(tree, values, catalogue: &catalogue, context: context))
    }

    private mutating func define(
        _ tree: StatementTree, at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> StatementEffect {
        if release >= .v60 {
            // The metadata log of 6.0 has one order: whoever adds to it has read it to its end.
            for change in history.unknown(to: node) { _ = learn(change, at: node) }
        }
        let schemaContext = SchemaContext(
            release: release, keyspace: context.keyspace,
            newTableID: Identity.time(context.now, salt: context.entropy), now: context.now,
            dataCentres: context.dataCentres, settings: settings)
        var catalogue = history.catalogue(of: node)
        let effect: SchemaEffect
        do throws(SchemaRefusal) {
            guard let made = try catalogue.apply(tree, in: schemaContext) else { throw SchemaRefusal.roles }
            effect = made
        } catch {
            throw ServerError(error)
        }
        let warnings = effect.warnings
        guard let change = effect.change else { return StatementEffect(ExecutionResult(.void, warnings: warnings)) }
        let told = CQLWire.SchemaChange(change)
        let number = history.record(
            SchemaHistory.Change(tree: tree, context: schemaContext, effect: told), making: catalogue, at: node)
        tidy()
        return StatementEffect(ExecutionResult(.schemaChange(told), warnings: warnings), change: number)
    }

    /// Executes a BATCH request.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    public mutating func executeBatch(
        _ kind: Batch.Kind, _ entries: [BatchPart], at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        var trees: [BatchEntry] = []
        for entry in entries {
            let tree = try parse(entry.cql).qualified(with: entry.keyspace)
            try checkCount(of: entry.values, in: tree, at: node, context)
            trees.append(BatchEntry(tree, .positional(entry.values)))
        }
        let treeKind: BatchTree.Kind =
            switch kind {
            case .logged: .logged
            case .unlogged: .unlogged
            case .counter: .counter
            }
        return try database.executeBatch(
            treeKind, trees, catalogue: history.catalogue(of: node), context: context)
    }

    /// The server counts the values of a batch's statement by itself (`BatchMessage`), in other words than elsewhere.
    private func checkCount(
        of values: [BoundValue], in tree: StatementTree, at node: Int, _ context: ExecutionContext
    ) throws(ServerError) {
        switch tree {
        case .insert, .update, .delete: break
        default: return
        }
        let markers = try database.prepare(tree, catalogue: history.catalogue(of: node), context: context).markers
        guard markers.count != values.count else { return }
        throw ServerError(
            .invalid, "There were \(markers.count) markers(?) in CQL but \(values.count) bound variables")
    }

    /// A node learns of a change of the schema.
    ///
    /// - Returns: What clients of that node are told of, where it is new there.
    public mutating func learn(_ change: Int, at node: Int) -> CQLWire.SchemaChange? {
        defer { tidy() }
        return history.learn(change, at: node)
    }

    /// Lets go of what no node needs any more.
    private mutating func tidy() {
        database.removeRows(exceptOf: history.catalogues)
        history.trim()
    }

    private func parse(_ cql: String) throws(ServerError) -> StatementTree {
        do throws(SyntaxError) { return try StatementTree(parsing: cql, for: release) } catch {
            if let refusal = error.earlyRefusal { throw refusal.error(of: release) }
            throw ServerError(.syntaxError, error.serverWords(in: cql))
        }
    }
}

extension StatementTree {
    /// Whether it changes the schema.
    fileprivate var isDefinition: Bool {
        switch self {
        case .insert, .update, .delete, .batch, .select, .truncate, .use, .describe: false
        default: true
        }
    }

    /// The modification with this keyspace in front of its table, where it has none.
    fileprivate func qualified(with keyspace: String?) -> StatementTree {
        guard let keyspace else { return self }
        func full(_ name: QualifiedName) -> QualifiedName {
            name.keyspace == nil ? QualifiedName(keyspace: Name(keyspace), name.name) : name
        }
        switch self {
        case .insert(let insert):
            return .insert(
                Insert(
                    table: full(insert.table), values: insert.values, ifNotExists: insert.ifNotExists,
                    using: insert.using))
        case .update(let update):
            return .update(
                Update(
                    table: full(update.table), using: update.using, assignments: update.assignments,
                    relations: update.relations, condition: update.condition))
        case .delete(let delete):
            return .delete(
                Delete(
                    table: full(delete.table), items: delete.items, timestamp: delete.timestamp,
                    relations: delete.relations, condition: delete.condition))
        default: return self
        }
    }
}
