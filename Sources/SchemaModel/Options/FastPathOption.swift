/// Which electorate a transaction's fast path takes (6.0, `FastPathStrategy`).
enum FastPathOption {
    /// The option as DESCRIBE writes it.
    static func text(_ option: [String: String]?) -> String {
        guard let option else { return "'keyspace'" }
        return option["kind"]?.lowercased() == "simple" ? "'simple'" : CQLText.map(option)
    }

    /// The option as `system_schema` keeps it; nil for the keyspace's.
    static func read(_ reader: PropertyReader) throws(SchemaRefusal) -> [String: String]? {
        let text: String?
        do { text = try reader.text("fast_path") } catch { return try reader.map("fast_path") }
        switch text?.lowercased() {
        case nil, "keyspace": return nil
        case "simple": return ["kind": "SIMPLE"]
        case let other?:
            throw .configuration("Fast path strategy must either be \"keyspace\", \"simple\" or a map, got \(other)")
        }
    }
}
