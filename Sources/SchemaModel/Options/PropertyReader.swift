import CQLSyntax

/// What stands behind WITH, read as the server reads it (`PropertyDefinitions`).
struct PropertyReader {
    enum Value {
        case text(String)
        case map([(key: String, value: String)])
        case names
    }

    let release: CassandraRelease

    /// The values by name; of two with one name the server refuses the second while it parses.
    private let values: [String: Value]

    /// The names in the order in which they are written.
    let names: [String]

    init(_ properties: [Property], release: CassandraRelease) throws(SchemaRefusal) {
        self.release = release
        var values: [String: Value] = [:]
        for property in properties {
            let name = property.name.text
            guard values[name] == nil else {
                let noun = release < .v50 ? "definition" : "definitions"
                throw .syntax("Multiple \(noun) for property '\(name)'")
            }
            switch property.value {
            case .names: values[name] = .names
            case .constant(let constant): values[name] = .text(constant.text)
            case .map(let entries):
                var map: [(key: String, value: String)] = []
                for entry in entries {
                    map.removeAll { $0.key == entry.key.text }
                    map.append((entry.key.text, entry.value.text))
                }
                values[name] = .map(map)
            }
        }
        self.values = values
        names = properties.map(\.name.text)
    }

    var isEmpty: Bool { values.isEmpty }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// Refuses names that are not among those known, the first in the order of the server's hash map.
    func checkNames(_ known: Set<String>) throws(SchemaRefusal) {
        for name in JavaHashOrder.sorted(names) where !known.contains(name) {
            throw .syntax("Unknown property '\(name)'")
        }
    }

    func text(_ name: String) throws(SchemaRefusal) -> String? {
        switch values[name] {
        case nil: nil
        case .text(let text): text
        case .map, .names: throw .syntax("Invalid value for property '\(name)'. It should be a string")
        }
    }

    func map(_ name: String) throws(SchemaRefusal) -> [String: String]? {
        switch values[name] {
        case nil: nil
        case .map(let entries): Dictionary(entries.map { ($0.key, $0.value) }) { $1 }
        case .text, .names: throw .syntax("Invalid value for property '\(name)'. It should be a map.")
        }
    }

    func boolean(_ name: String) throws(SchemaRefusal) -> Bool? {
        guard let value = try text(name) else { return nil }
        switch value.lowercased() {
        case "1", "true", "yes": return true
        case "0", "false", "no": return false
        default:
            // 3.11 takes every other word for a no.
            if release < .v40 { return false }
            throw .syntax(
                "Invalid boolean value \(value) for '\(name)'. Positive values can be '1', 'true' or 'yes'. "
                    + "Negative values can be '0', 'false' or 'no'.")
        }
    }

    func int(_ name: String) throws(SchemaRefusal) -> Int32? {
        guard let value = try text(name) else { return nil }
        guard let number = Int32(value) else { throw .syntax("Invalid integer value \(value) for '\(name)'") }
        return number
    }

    func double(_ name: String) throws(SchemaRefusal) -> Double? {
        guard let value = try text(name) else { return nil }
        guard let number = JavaNumber.double(value) else {
            throw .syntax("Invalid double value \(value) for '\(name)'")
        }
        return number
    }
}
