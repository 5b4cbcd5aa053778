public import CQLSyntax
public import CQLWire
import FoundationEssentials
public import SchemaModel

extension Database {
    /// Executes a statement; a definition changes the catalogue.
    ///
    /// DESCRIBE is answered by the protocol side, and is refused here.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    public mutating func execute(
        _ tree: StatementTree,
        _ values: BoundValues = .none,
        catalogue: inout Catalogue,
        context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        let environment = StatementEnvironment(catalogue: catalogue, context: context)
        switch tree {
        case .insert(let insert): return try execute(.insert(insert), values, environment, context)
        case .update(let update): return try execute(.update(update), values, environment, context)
        case .delete(let delete): return try execute(.delete(delete), values, environment, context)
        case .select(let select): return try execute(select, values, environment, context)
        case .batch(let batch):
            let plan = try BatchPlan(batch, environment)
            return try execute(plan, [values], context)
        case .truncate(let name):
            let table = try environment.table(name)
            guard !table.isVirtual else { throw .invalid("Cannot truncate virtual tables") }
            guard !table.isView else {
                throw .invalid("Cannot TRUNCATE materialized view directly; must truncate base table instead")
            }
            truncate(table)
            return ExecutionResult(.void)
        case .use(let name):
            guard catalogue[name.text] != nil || context.virtualTables.hasKeyspace(name.text) else {
                throw .invalid("Keyspace '\(name.text)' does not exist")
            }
            return ExecutionResult(.setKeyspace(name.text))
        case .describe: throw .invalid("DESCRIBE is not executed on rows")
        default: return try define(tree, &catalogue, context)
        }
    }

    private mutating func define(_ tree: StatementTree, _ catalogue: inout Catalogue, _ context: ExecutionContext)
        throws(ServerError) -> ExecutionResult
    {
        var identifiers = startTime(context)
        let schemaContext = SchemaContext(
            release: context.release,
            keyspace: context.keyspace,
            newTableID: UUID(wireBytes: identifiers.timeUUID()),
            now: identifiers.now,
            dataCentres: context.dataCentres,
            settings: context.settings
        )
        endTime(identifiers)
        do throws(SchemaRefusal) {
            guard let effect = try catalogue.apply(tree, in: schemaContext) else { throw SchemaRefusal.roles }
            let change = effect.change.map { CQLWire.SchemaChange($0) }
            return ExecutionResult(change.map { .schemaChange($0) } ?? .void, warnings: effect.warnings)
        } catch {
            throw ServerError(error)
        }
    }

    private mutating func execute(
        _ select: Select,
        _ values: BoundValues,
        _ environment: StatementEnvironment,
        _ context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        var reader = try SelectReader(environment, table: select.table)
        let plan = try reader.plan(select)
        let bound = try values.matched(to: plan.markers, context)
        let evaluator = TermEvaluator(values: bound, context: context, identifiers: startTime(context))
        var execution = SelectExecution(
            plan: plan,
            rows: try rows(of: plan.table, environment, context),
            evaluator: evaluator,
            context: context
        )
        return try execution.result()
    }

    private mutating func execute(
        _ tree: BatchTree.Modification,
        _ values: BoundValues,
        _ environment: StatementEnvironment,
        _ context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        let modification = try ModificationReader.modification(tree, environment)
        let bound = try values.matched(to: modification.markers, context)
        let evaluator = TermEvaluator(values: bound, context: context, identifiers: startTime(context))
        try context.checkWriteConsistency(isConditional: !modification.condition.isNone)
        if modification.condition.isNone {
            let mutations = try mutations(of: modification, evaluator, context)
            apply(mutations)
            return ExecutionResult(.void)
        }
        return try executeConditionally([(modification, evaluator)], isBatch: false, context)
    }

    /// What a write changes.
    mutating func mutations(_ modification: Modification, _ timestamp: Int64, _ evaluator: TermEvaluator)
        throws(ServerError)
        -> [Mutation]
    {
        var evaluator = evaluator
        let resolved = try modification.json?.resolved(modification, &evaluator) ?? modification
        let times = try WriteTimes(resolved, default: timestamp, &evaluator)
        var builder = MutationBuilder(
            modification: resolved,
            times: times,
            rows: resolved.table.id.flatMap { tables[$0] } ?? TableRows(),
            evaluator: evaluator
        )
        let mutations = try builder.mutations()
        endTime(builder.evaluator.identifiers)
        return mutations
    }

    private mutating func mutations(
        of modification: Modification, _ evaluator: TermEvaluator, _ context: ExecutionContext
    )
        throws(ServerError) -> [Mutation]
    {
        try mutations(modification, context.defaultTimestamp ?? evaluator.identifiers.now, evaluator)
    }
}

extension ServerError {
    /// The refusal of a definition.
    init(_ refusal: SchemaRefusal) {
        var details = Details.none
        if case .alreadyExists(let keyspace, let table) = refusal.kind {
            details = .alreadyExists(keyspace: keyspace, table: table)
        }
        self.init(ServerErrorCode(rawValue: refusal.kind.code), refusal.message, details: details)
    }
}

extension CQLWire.SchemaChange {
    /// A change of the schema as the protocol tells it.
    init(_ change: SchemaModel.SchemaChange) {
        let target: Target =
            switch change.target {
            case .keyspace: .keyspace(change.keyspace)
            case .table: .table(keyspace: change.keyspace, name: change.name ?? "")
            case .type: .type(keyspace: change.keyspace, name: change.name ?? "")
            case .function:
                .function(keyspace: change.keyspace, name: change.name ?? "", argumentTypes: change.argumentTypes)
            case .aggregate:
                .aggregate(keyspace: change.keyspace, name: change.name ?? "", argumentTypes: change.argumentTypes)
            }
        self.init(Change(change.action.rawValue), target)
    }
}
