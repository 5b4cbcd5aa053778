import CQLWire
public import FoundationEssentials

/// Cells as Swift values. A null is nil; a column that is missing or has another type is an error.
extension Row {
    /// A `text`, `ascii` or `varchar`.
    ///
    /// - Throws: `WireError` that names the column.
    public func text(_ column: String) throws(WireError) -> String? {
        switch try value(column) {
        case .text(let text)?, .ascii(let text)?: text
        case let other: try absent(other, column, "text")
        }
    }

    /// A `boolean`.
    ///
    /// - Throws: `WireError` that names the column.
    public func boolean(_ column: String) throws(WireError) -> Bool? {
        switch try value(column) {
        case .boolean(let value)?: value
        case let other: try absent(other, column, "a boolean")
        }
    }

    /// A `tinyint`, `smallint`, `int`, `bigint` or `counter`; a `timestamp` as milliseconds since 1970.
    ///
    /// - Throws: `WireError` that names the column.
    public func integer(_ column: String) throws(WireError) -> Int64? {
        switch try value(column) {
        case .tinyint(let value)?: Int64(value)
        case .smallint(let value)?: Int64(value)
        case .int(let value)?: Int64(value)
        case .bigint(let value)?, .counter(let value)?, .timestamp(let value)?: value
        case let other: try absent(other, column, "an integer")
        }
    }

    /// A `uuid` or `timeuuid`.
    ///
    /// - Throws: `WireError` that names the column.
    public func uuid(_ column: String) throws(WireError) -> UUID? {
        switch try value(column) {
        case .uuid(let value)?, .timeuuid(let value)?: value
        case let other: try absent(other, column, "a uuid")
        }
    }

    /// An `inet`: 4 or 16 bytes.
    ///
    /// - Throws: `WireError` that names the column.
    public func inet(_ column: String) throws(WireError) -> [UInt8]? {
        switch try value(column) {
        case .inet(let value)?: value.bytes
        case let other: try absent(other, column, "an inet address")
        }
    }

    /// A `map<text, text>`; empty where it is null, as a collection without elements is.
    ///
    /// - Throws: `WireError` that names the column.
    public func textMap(_ column: String) throws(WireError) -> [String: String] {
        guard let value = try value(column) else { return [:] }
        guard case .map(let entries) = value else { return try absent(value, column, "a map") ?? [:] }
        var map: [String: String] = [:]
        for entry in entries {
            guard case .text(let key) = entry.key, case .text(let text) = entry.value else {
                return try absent(value, column, "a map of texts") ?? [:]
            }
            map[key] = text
        }
        return map
    }

    /// A `list<text>` or `set<text>`; empty where it is null.
    ///
    /// - Throws: `WireError` that names the column.
    public func texts(_ column: String) throws(WireError) -> [String] {
        guard let value = try value(column) else { return [] }
        let elements: [CQLValue]
        switch value {
        case .list(let list): elements = list
        case .set(let set): elements = set
        default: return try absent(value, column, "a list or a set") ?? []
        }
        return try elements.map { element throws(WireError) in
            guard case .text(let text) = element else { return try absent(value, column, "a list of texts") ?? "" }
            return text
        }
    }

    /// Nil for null and for the empty value that old clients could write; an error for anything else.
    private func absent<Value>(_ value: CQLValue?, _ column: String, _ wanted: String) throws(WireError) -> Value? {
        switch value {
        case nil, .empty?: return nil
        case let other?:
            throw WireError(.malformed, field: "column '\(column)'", needed: wanted, had: "\(other)")
        }
    }
}
