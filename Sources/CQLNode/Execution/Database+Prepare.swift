public import CQLSyntax
public import CQLWire
public import SchemaModel

extension Database {
    /// What PREPARE tells of a statement.
    ///
    /// - Throws: What the server says of a statement that cannot be executed whatever values are bound.
    public func prepare(
        _ tree: StatementTree,
        catalogue: Catalogue,
        context: ExecutionContext
    ) throws(ServerError) -> PreparedShape {
        let environment = StatementEnvironment(catalogue: catalogue, context: context)
        switch tree {
        case .insert(let insert): return try shape(of: .insert(insert), environment)
        case .update(let update): return try shape(of: .update(update), environment)
        case .delete(let delete): return try shape(of: .delete(delete), environment)
        case .select(let select):
            var reader = try SelectReader(environment, table: select.table)
            let plan = try reader.plan(select)
            return PreparedShape(
                markers: plan.markers.markers,
                partitionKeyIndexes: plan.markers.partitionKeyIndexes(components: plan.table.partitionKey.count),
                resultColumns: plan.resultColumns
            )
        case .batch(let batch):
            let plan = try BatchPlan(batch, environment)
            return PreparedShape(markers: plan.markers, partitionKeyIndexes: plan.partitionKeyIndexes)
        default: return PreparedShape()
        }
    }

    private func shape(of tree: BatchTree.Modification, _ environment: StatementEnvironment) throws(ServerError)
        -> PreparedShape
    {
        let modification = try ModificationReader.modification(tree, environment)
        return PreparedShape(
            markers: modification.markers.markers,
            partitionKeyIndexes: modification.markers.partitionKeyIndexes(
                components: modification.table.partitionKey.count)
        )
    }
}
