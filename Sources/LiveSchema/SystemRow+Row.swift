import CQLClient
import SchemaModel

extension SystemRow {
    /// A row of a table of `system_schema` as a server sends it.
    ///
    /// A value of a type that no column of Apache Cassandra's `system_schema` has is left out: clones add such columns.
    init(_ table: String, _ row: Row) throws(WireError) {
        var values: [String: SystemValue] = [:]
        for (index, column) in row.columns.enumerated() {
            guard let value = try row.value(at: index) else { continue }
            values[column.name] = SystemValue(value)
        }
        self.init(table, values)
    }
}

extension SystemValue {
    fileprivate init?(_ value: CQLValue) {
        switch value {
        case .text(let text), .ascii(let text): self = .text(text)
        case .int(let int): self = .int(int)
        case .bigint(let bigint): self = .bigint(bigint)
        case .boolean(let boolean): self = .boolean(boolean)
        case .double(let double): self = .double(double)
        case .uuid(let uuid), .timeuuid(let uuid): self = .uuid(uuid)
        case .blob(let bytes): self = .blob(bytes)
        case .timestamp(let milliseconds): self = .timestamp(milliseconds)
        case .list(let elements):
            let values = elements.compactMap(SystemValue.init)
            guard values.count == elements.count else { return nil }
            self = .list(values)
        case .set(let elements):
            var texts: Set<String> = []
            for element in elements {
                guard case .text(let text) = element else { return nil }
                texts.insert(text)
            }
            self = .set(texts)
        case .map(let entries):
            var map: [String: SystemValue] = [:]
            for entry in entries {
                guard case .text(let key) = entry.key, let value = SystemValue(entry.value) else { return nil }
                map[key] = value
            }
            self = .map(map)
        default: return nil
        }
    }
}
