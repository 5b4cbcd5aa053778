/// What the caches keep, checked and normalised (`CachingParams`).
enum CachingRules {
    static func normalized(_ map: [String: String]) throws(SchemaRefusal) -> [String: String] {
        let keys = try map["keys"].map(keys) ?? "NONE"
        let rows = try map["rows_per_partition"].map(rows) ?? "NONE"
        let unknown = JavaHashOrder.sorted(map.keys.filter { $0 != "keys" && $0 != "rows_per_partition" }.sorted())
        guard unknown.isEmpty else {
            throw .configuration(
                "Invalid caching sub-options [\(unknown.joined(separator: ", "))]: only 'keys' and "
                    + "'rows_per_partition' are allowed")
        }
        return ["keys": keys, "rows_per_partition": rows]
    }

    private static func keys(_ value: String) throws(SchemaRefusal) -> String {
        let upper = value.uppercased()
        guard upper == "ALL" || upper == "NONE" else {
            throw .configuration(
                "Invalid value '\(value)' for caching sub-option 'keys': only 'ALL' and 'NONE' are allowed")
        }
        return upper
    }

    private static func rows(_ value: String) throws(SchemaRefusal) -> String {
        let upper = value.uppercased()
        if upper == "ALL" || upper == "NONE" { return upper }
        guard !value.isEmpty, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw .configuration(
                "Invalid value '\(value)' for caching sub-option 'rows_per_partition': only 'ALL', 'NONE', and "
                    + "integer values are allowed")
        }
        guard let number = Int32(value) else {
            throw .server("java.lang.NumberFormatException: For input string: \"\(value)\"")
        }
        return number == 0 ? "NONE" : number == .max ? "ALL" : String(number)
    }
}
