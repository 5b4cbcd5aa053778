import CQLSyntax
import FoundationEssentials

/// Finds the steps of a plan, each on what the steps before have made of the keyspace.
struct SchemaPlanner {
    let options: SchemaPlan.Options
    /// What is to come out, under the name of what there is.
    let goal: Keyspace
    /// The keyspace as it was.
    let start: Keyspace
    private(set) var steps: [PlanStep] = []
    private var catalogue: Catalogue
    private var context: SchemaContext

    init(from: Keyspace, to goal: Keyspace, _ options: SchemaPlan.Options) {
        self.options = options
        self.goal = goal
        start = from
        catalogue = Catalogue(keyspaces: [from.name: from])
        context = .permissive(
            release: options.release, keyspace: from.name, for: [from, goal])
    }

    /// The keyspace after the steps so far.
    var current: Keyspace { catalogue[start.name] ?? start }

    var release: CassandraRelease { options.release }

    /// Dependents go first and come last: an index before its column, a type after what uses it.
    mutating func plan() {
        if options.changesKeyspace { alterKeyspace() }
        dropTriggers()
        dropViews()
        dropIndexes()
        dropTables()
        dropMasks()
        dropFunctions()
        dropColumns()
        dropTypes()
        makeTypes()
        makeFunctions()
        alterTables()
        createTables()
        createIndexes()
        makeViews()
        createTriggers()
        annotate()
    }

    // MARK: Steps

    /// Takes a statement into the plan, if the rules accept it; else what they say.
    ///
    /// - Returns: whether the statement is in the plan.
    @discardableResult
    mutating func run(_ statement: String, _ object: SchemaDifference.Object, _ verdict: PlanStep.Verdict) -> Bool {
        var next = catalogue
        context.countTable()
        if let refusal = Self.apply(statement, to: &next, context) {
            impossible(object, refusal)
            return false
        }
        // What changes nothing is not worth a statement.
        guard next != catalogue else { return true }
        catalogue = next
        steps.append(PlanStep(object, statement, verdict))
        return true
    }

    /// Takes a change into the plan that the model knows nothing of.
    mutating func run(
        _ statement: String, _ object: SchemaDifference.Object, _ verdict: PlanStep.Verdict,
        _ change: (inout Keyspace) -> Void
    ) {
        guard var keyspace = catalogue[start.name] else { return }
        change(&keyspace)
        catalogue.keyspaces[start.name] = keyspace
        steps.append(PlanStep(object, statement, verdict))
    }

    /// Whether the rules accept a statement.
    func accepts(_ statement: String) -> Bool {
        var next = catalogue
        return Self.apply(statement, to: &next, context) == nil
    }

    mutating func impossible(_ object: SchemaDifference.Object, _ reason: String) {
        let step = PlanStep(object, nil, .impossible(reason))
        guard !steps.contains(step) else { return }
        steps.append(step)
    }

    private static func apply(_ text: String, to catalogue: inout Catalogue, _ context: SchemaContext) -> String? {
        let tree: StatementTree
        do throws(SyntaxError) { tree = try StatementTree(parsing: text, for: context.release) } catch {
            return "Cassandra \(context.release.rawValue) has no such statement: "
                + error.diagnostic.message.withoutFullStop
        }
        do throws(SchemaRefusal) {
            _ = try catalogue.apply(tree, in: context)
            return nil
        } catch {
            return "the server refuses it: \(error.message.withoutFullStop)"
        }
    }

    // MARK: Names

    /// The name of a table or a type as the statements write it.
    func name(_ name: String) -> String { SchemaName.quoted(options.qualifiesNames ? start.name : "", name) }

    /// What writes the statements that make something.
    var describer: Describer { Describer(release: release) }

    /// Something of the goal as the statements name it.
    var written: Keyspace { options.qualifiesNames ? goal : goal.renamed(to: "") }

    // MARK: The keyspace

    private mutating func alterKeyspace() {
        let object = SchemaDifference.Object.keyspace(start.name)
        var parts: [String] = []
        var reasons: [String] = []
        if start.replication != goal.replication {
            parts.append("replication = \(goal.replication.text)")
            reasons.append(
                "replicas that are new have no data before a full repair, and reads may miss rows until then")
        }
        if start.durableWrites != goal.durableWrites {
            parts.append("durable_writes = \(goal.durableWrites)")
            if !goal.durableWrites { reasons.append("writes do not survive a crash any more") }
        }
        if release >= .v60, start.fastPath != goal.fastPath {
            parts.append("fast_path = \(FastPathOption.text(goal.fastPath))")
        }
        guard !parts.isEmpty else { return }
        run(
            "ALTER KEYSPACE \(CQLIdentifier.quoted(start.name)) WITH \(parts.joined(separator: " AND "));", object,
            reasons.isEmpty ? .safe : .risky(reasons.joined(separator: "; ")))
    }
}

extension String {
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension SchemaContext {
    /// A context in which nothing is switched off by the configuration of nodes, and every data centre that is named
    /// is there: what a plan says must not depend on the machine that it was made on.
    static func permissive(
        release: CassandraRelease, keyspace: String, for keyspaces: [Keyspace]
    ) -> SchemaContext {
        var context = SchemaContext(release: release, keyspace: keyspace, newTableID: unusedTableID, now: 0)
        context.settings = NodeSettings()
        context.settings.masking = true
        context.settings.sasiIndexes = true
        context.settings.materializedViews = true
        context.settings.userFunctions = true
        context.settings.scriptedFunctions = true
        context.settings.transactions = true
        for keyspace in keyspaces {
            context.settings.memtables.formUnion(keyspace.tables.values.map(\.options.memtable))
            guard keyspace.replication.shortClassName == "NetworkTopologyStrategy" else { continue }
            for name in keyspace.replication.options.keys { context.dataCentres[name] = .max / 1024 }
        }
        return context
    }

    /// The id of the first table that exists in a plan only.
    private static let unusedTableID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0, 0, 0, 0, 0))

    /// Sees to it that the next table gets another id: a view knows its table by it. Beyond that ids do not matter, and
    /// are not compared.
    mutating func countTable() {
        var bytes = newTableID.uuid
        bytes.3 &+= 1
        if bytes.3 == 0 { bytes.2 &+= 1 }
        if bytes.3 == 0, bytes.2 == 0 { bytes.1 &+= 1 }
        newTableID = UUID(uuid: bytes)
    }
}
