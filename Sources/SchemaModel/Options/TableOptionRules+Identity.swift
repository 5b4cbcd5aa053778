import FoundationEssentials

extension TableOptionRules {
    /// The id that a statement gives its table.
    func id(_ reader: PropertyReader) throws(SchemaRefusal) -> UUID? {
        guard let text = try reader.text("id") else { return nil }
        guard let id = UUID(uuidString: text) else { throw .configuration("Invalid table id") }
        return id
    }
}
