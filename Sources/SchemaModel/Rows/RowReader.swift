/// Reads the columns of one row of `system_schema`.
struct RowReader {
    let row: SystemRow

    init(_ row: SystemRow) { self.row = row }

    func text(_ column: String) throws(SystemRowError) -> String {
        guard case .text(let text) = row.values[column] else { throw error(column, "text") }
        return text
    }

    func int(_ column: String) throws(SystemRowError) -> Int32? {
        guard let value = row.values[column] else { return nil }
        guard case .int(let int) = value else { throw error(column, "int") }
        return int
    }

    func double(_ column: String) throws(SystemRowError) -> Double? {
        guard let value = row.values[column] else { return nil }
        guard case .double(let double) = value else { throw error(column, "double") }
        return double
    }

    func boolean(_ column: String) throws(SystemRowError) -> Bool? {
        guard let value = row.values[column] else { return nil }
        guard case .boolean(let boolean) = value else { throw error(column, "boolean") }
        return boolean
    }

    func optionalText(_ column: String) throws(SystemRowError) -> String? {
        row.values[column] == nil ? nil : try text(column)
    }

    /// A map of texts; nil where it is null.
    func map(_ column: String) throws(SystemRowError) -> [String: String]? {
        guard let value = row.values[column] else { return nil }
        guard case .map(let map) = value else { throw error(column, "map of texts") }
        var texts: [String: String] = [:]
        for (key, value) in map {
            guard case .text(let text) = value else { throw error(column, "map of texts") }
            texts[key] = text
        }
        return texts
    }

    func texts(_ column: String) throws(SystemRowError) -> [String] {
        guard case .list(let list) = row.values[column] else { throw error(column, "list of texts") }
        var texts: [String] = []
        for value in list {
            guard case .text(let text) = value else { throw error(column, "list of texts") }
            texts.append(text)
        }
        return texts
    }

    func named<Kind: RawRepresentable<String>>(_ column: String, _: Kind.Type) throws(SystemRowError) -> Kind {
        guard let kind = Kind(rawValue: try text(column)) else { throw error(column, "known word") }
        return kind
    }

    func error(_ column: String, _ need: String) -> SystemRowError {
        let columns = [
            "keyspace_name", "table_name", "view_name", "type_name", "function_name", "aggregate_name", "column_name",
            "index_name", "trigger_name",
        ]
        let names = columns.compactMap { name -> String? in
            guard case .text(let text) = row.values[name] else { return nil }
            return text
        }
        return SystemRowError(table: row.table, column: column, need: need, name: names.joined(separator: "."))
    }
}
