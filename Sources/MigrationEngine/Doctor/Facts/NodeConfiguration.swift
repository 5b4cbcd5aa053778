/// What `system_views.settings` shows, by node: each keeps its own.
struct NodeConfiguration: Sendable {
    /// By the address of the node, then by the name of the setting; an empty value is null.
    let nodes: [String: [String: String]]
    /// Nodes that could not be asked.
    let silent: [String]

    /// A value of a setting.
    struct Value: Sendable {
        let text: String
        /// ` on 10.0.0.2:9042` where not all nodes have it.
        let place: String

        /// The elements of a set as `system_views.settings` shows it: `[QUORUM, SERIAL]`.
        var words: [String] {
            text.split { $0 == "[" || $0 == "]" || $0 == "," || $0 == " " }.map { String($0) }
        }
    }

    /// The values that a setting has; empty where no node knows the setting.
    func values(of setting: String) -> [Value] {
        var owners: [String: [String]] = [:]
        for (node, values) in nodes {
            if let value = values[setting] { owners[value, default: []].append(node) }
        }
        return owners.keys.sorted().map { text in
            let having = owners[text] ?? []
            let isEverywhere = having.count == nodes.count
            return Value(text: text, place: isEverywhere ? "" : " on \(having.sorted().joined(separator: ", "))")
        }
    }
}
