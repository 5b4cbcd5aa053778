/// Reads the keys `keyspace` and `keyspaces` as far as their shape goes.
struct KeyspaceShapeReader {
    /// The path of the file, for problems.
    let file: String
    private(set) var problems: [ConfigurationProblem] = []

    init(file: String) {
        self.file = file
    }

    /// The value of `keyspace`: a name or a mapping.
    mutating func single(_ node: YAMLNode) -> KeyspaceShape? {
        if node.isNull { return .reset }
        if case .sequence = node.content {
            problem(
                .wrongType, "keyspace must be a name or a mapping, not a list", at: node.mark, hint: "use keyspaces")
            return nil
        }
        return .single(fields(node, owner: "keyspace"))
    }

    /// The value of `keyspaces`: a list of names and mappings, or a text with commas.
    mutating func list(_ node: YAMLNode) -> KeyspaceShape? {
        if node.isNull { return .reset }
        switch node.content {
        case .scalar:
            return .text(node)
        case .sequence(let items):
            return .list(items.compactMap { item(of: $0) })
        case .mapping:
            problem(
                .wrongType,
                "keyspaces must be a list, not a mapping",
                at: node.mark,
                hint: "write keyspaces: [a, b], or use keyspace for one keyspace"
            )
            return nil
        }
    }

    private mutating func item(of node: YAMLNode) -> KeyspaceFields? {
        if case .sequence = node.content {
            problem(.wrongType, "an item of keyspaces must be a name or a mapping, not a list", at: node.mark)
            return nil
        }
        return fields(node, owner: "an item of keyspaces")
    }

    private mutating func fields(_ node: YAMLNode, owner: String) -> KeyspaceFields {
        var fields = KeyspaceFields(mark: node.mark)
        guard case .mapping(let entries) = node.content else {
            fields.name = node
            return fields
        }
        fields.isMapping = true
        for entry in entries {
            switch entry.key {
            case KeyspaceFields.nameKey: fields.name = entry.value
            case KeyspaceFields.replicationKey: fields.replication = entry.value
            case KeyspaceFields.durableWritesKey: fields.durableWrites = entry.value
            default: unknown(entry, owner: owner)
            }
        }
        return fields
    }

    private mutating func unknown(_ entry: YAMLEntry, owner: String) {
        let keys = [KeyspaceFields.nameKey, KeyspaceFields.replicationKey, KeyspaceFields.durableWritesKey]
        let near = NearMiss.closest(to: entry.key, among: keys)
        problem(
            .unknownKey,
            "unknown key \(quoted(entry.key)) in \(owner)" + (near.map { "; did you mean \($0)?" } ?? ""),
            at: entry.keyMark,
            hint: near == nil ? "the keys of a keyspace are \(keys.joined(separator: ", "))" : nil
        )
    }

    private mutating func problem(
        _ code: ConfigurationProblem.Code,
        _ message: String,
        at mark: YAMLMark,
        hint: String? = nil
    ) {
        problems.append(
            ConfigurationProblem(code, message, file: file, line: mark.line, column: mark.column, hint: hint)
        )
    }
}
