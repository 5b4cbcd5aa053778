import CQLSyntax

/// What the server asks of the mask of a column (`ColumnMask.Raw.prepare`).
struct MaskRules {
    private let keyspace: Keyspace

    init(_ keyspace: Keyspace) { self.keyspace = keyspace }

    /// Refuses functions that are not there.
    func check(_ mask: FunctionCall, of column: Column) throws(SchemaRefusal) {
        let name = mask.function.name.text
        let owner = mask.function.keyspace?.text
        if owner == nil || owner == "system", Self.natives.contains(name) { return }
        if owner == nil || owner == keyspace.name, keyspace.functions.values.contains(where: { $0.name == name }) {
            return
        }
        throw .invalid(
            "Unable to find masking function for \(column.name), no declared function matches the signature "
                + "\(mask.function.textAsWritten)(\(mask.arguments.map(\.description).joined(separator: ", ")))")
    }

    private static let natives: Set = [
        "mask_default", "mask_null", "mask_replace", "mask_inner", "mask_outer", "mask_hash",
    ]
}
