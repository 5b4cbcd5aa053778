import CQLSyntax
import CQLWire

/// Where INSERT JSON takes its values from.
struct JSONInsert: Hashable, Sendable {
    /// The text.
    let term: PreparedTerm
    /// Whether columns that the text does not name stay as they are.
    let keepsUnset: Bool

    /// The write with the values of the text: as if each column had been named (`Json.parseJson`).
    func resolved(_ modification: Modification, _ evaluator: inout TermEvaluator) throws(ServerError) -> Modification {
        let table = modification.table
        guard let bytes = try evaluator.bytes(term) else { throw .invalid("Got null for INSERT JSON values") }
        let text = String(decoding: bytes, as: UTF8.self)
        let json: JSONValue
        do {
            json = try JSONParser.parse(text)
        } catch {
            throw .invalid("Could not decode JSON string as a map: \(error.message). (String was: \(text))")
        }
        guard case .object(let members) = json else {
            throw .invalid("Could not decode JSON string as a map: it is none. (String was: \(text))")
        }
        var values: [String: PreparedTerm] = [:]
        for member in members {
            let name = JSONReader.columnName(member.name)
            guard let column = table.column(name) else {
                throw .invalid("JSON values map contains unrecognized column: \(name)")
            }
            do {
                values[name] = try JSONReader.bytes(member.value, as: column.type).map { .value($0) } ?? .null
            } catch {
                throw .invalid("Error decoding JSON value for \(name): \(error.message)")
            }
        }
        var restrictions = StatementRestrictions(table: table, release: evaluator.release)
        var operations: [Operation] = []
        for column in table.columns {
            let value = values[column.name]
            if column.isPrimaryKey {
                let restriction = Restriction(columns: [column], kind: .equal(.terms([value ?? .null])))
                try restrictions.add(restriction, allowFiltering: false)
            } else if let value {
                operations.append(.set(column, value))
            } else if !keepsUnset {
                operations.append(.set(column, .null))
            }
        }
        return Modification(
            statement: .insert,
            table: table,
            restrictions: restrictions,
            operations: operations,
            condition: modification.condition,
            timestamp: modification.timestamp,
            timeToLive: modification.timeToLive,
            markers: modification.markers
        )
    }
}
