import CQLSyntax
import CQLWire
import SchemaModel

/// The rows of a materialized view, made of those of its table whenever they are asked for.
struct ViewRows {
    private let relations: [Relation]
    private let base: TableShape
    private let view: TableShape
    private let environment: StatementEnvironment

    /// - Throws: The server's words where the schema has no such table.
    init(_ definition: MaterializedView, as view: TableShape, _ environment: StatementEnvironment) throws(ServerError) {
        relations = definition.relations
        base = try environment.table(view.keyspace, definition.baseName)
        self.view = view
        self.environment = environment
    }

    /// The rows that the view shows at a second since 1970.
    ///
    /// - Throws: What condition of the view is not supported here.
    func rows(of rows: TableRows, at now: Int64) throws(ServerError) -> TableRows {
        var conditions: [ViewCondition] = []
        for relation in relations { conditions.append(try ViewCondition(relation, of: base, environment)) }
        var result = TableRows()
        for partition in rows.partitions {
            for row in partition.rows where row.content.isLive(at: now, in: base) {
                let shown = RowView(table: base, partition: partition, row: row, now: now)
                guard conditions.allSatisfy({ $0.isMet(by: shown) }), let mutation = mutation(of: shown, row) else {
                    continue
                }
                result.apply(mutation)
            }
        }
        return result
    }

    /// What writes the row of the view; nil where a column of its key is null.
    private func mutation(of shown: RowView, _ row: Partition.Row) -> Mutation? {
        func values(_ columns: [ColumnShape]) -> [[UInt8]]? {
            var values: [[UInt8]] = []
            for column in columns {
                guard let own = base.column(column.name), let value = shown.value(of: own) else { return nil }
                values.append(value)
            }
            return values
        }
        guard let key = values(view.partitionKey), let clustering = values(view.clustering) else { return nil }
        var mutation = Mutation(table: view, key: PartitionToken.key(key))
        mutation.changes.append(.row(clustering, .marker(marker(of: shown, row))))
        for column in view.columns where !column.isPrimaryKey {
            guard let own = base.column(column.name) else { continue }
            if let cell = shown.cell(of: own) {
                mutation.changes.append(.row(clustering, .cell(column, cell)))
            } else {
                for element in shown.elements(of: own) {
                    mutation.changes.append(.row(clustering, .element(column, element.path, element.cell)))
                }
            }
        }
        return mutation
    }

    /// That the row is there: as long as the column outside of the table's key lives that is in the view's key, or the
    /// table's row.
    private func marker(of shown: RowView, _ row: Partition.Row) -> RowMarker {
        for column in view.partitionKey + view.clustering {
            guard let own = base.column(column.name), !own.isPrimaryKey, let cell = shown.cell(of: own) else {
                continue
            }
            return RowMarker(timestamp: cell.timestamp, lifetime: cell.lifetime)
        }
        return row.content.marker ?? RowMarker(timestamp: 0, lifetime: .unlimited)
    }
}

/// A condition of a view, ready to be asked of rows.
private struct ViewCondition {
    private enum Test {
        case isNotNull
        case compares(ComparisonOperator, [UInt8])
        case isOneOf([[UInt8]])
    }

    private let column: ColumnShape
    private let test: Test

    init(_ relation: Relation, of base: TableShape, _ environment: StatementEnvironment) throws(ServerError) {
        var preparer = TermPreparer(environment, keyspace: base.keyspace)
        var evaluator = TermEvaluator(release: environment.release)
        func value(_ term: Term, _ column: ColumnShape) throws(ServerError) -> [UInt8] {
            let prepared = try preparer.prepare(term, for: Receiver(column, of: base))
            guard let bytes = try evaluator.bytes(prepared) else {
                throw .invalid("Invalid null value in condition for column \(column.name)")
            }
            return bytes
        }
        switch relation {
        case .isNotNull(let name):
            column = try environment.column(name, of: base)
            test = .isNotNull
        case .column(let name, let comparison, let term):
            column = try environment.column(name, of: base)
            test = .compares(comparison, try value(term, column))
        case .columnIn(let name, .terms(let terms)):
            column = try environment.column(name, of: base)
            var values: [[UInt8]] = []
            for term in terms { values.append(try value(term, column)) }
            test = .isOneOf(values)
        default:
            throw .invalid("The condition \(relation) of a materialized view is not supported by this node")
        }
    }

    func isMet(by row: RowView) -> Bool {
        guard let value = row.value(of: column) else { return false }
        switch test {
        case .isNotNull: return true
        case .isOneOf(let values): return values.contains { ValueOrder.compare(value, $0, as: column.type) == 0 }
        case .compares(let comparison, let other):
            return comparison.holds(ValueOrder.compare(value, other, as: column.type))
        }
    }
}
