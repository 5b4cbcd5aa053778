import CQLSyntax
import CQLWire

/// An INSERT, UPDATE or DELETE whose names and types are known (`ModificationStatement`).
struct Modification: Sendable {
    let statement: StatementRestrictions.Statement
    let table: TableShape
    let restrictions: StatementRestrictions
    let operations: [Operation]
    let condition: PreparedCondition
    let timestamp: PreparedTerm?
    let timeToLive: PreparedTerm?
    let markers: MarkerCollector
    /// For INSERT JSON, where the values come from.
    var json: JSONInsert?

    /// What the server calls statements of this kind in messages on conditions.
    var plural: String { statement == .delete ? "deletions" : "updates" }

    /// Whether only static columns are written or compared.
    static func isOnlyStatic(_ operations: [Operation], _ condition: PreparedCondition) -> Bool {
        let columns = operations.map(\.column) + (condition.columns ?? [])
        return !columns.isEmpty && columns.allSatisfy(\.isStatic)
    }

    /// Whether rows, rather than static columns alone, are written.
    var updatesRows: Bool { table.clustering.isEmpty || !restrictions.clustering.isEmpty }

    /// Whether the rows as they are must be read first.
    var needsRead: Bool {
        operations.contains { operation in
            switch operation {
            case .setElement(let column, _, _), .deleteElement(let column, _), .discard(let column, _):
                if case .list = column.type { true } else { false }
            default: false
            }
        }
    }
}
