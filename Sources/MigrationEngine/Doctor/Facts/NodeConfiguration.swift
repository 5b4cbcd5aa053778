/// What `system_views.settings` shows, by node: each keeps its own.
struct NodeConfiguration: Equatable, Sendable {
    /// By the address of the node, then by the name of the setting; an empty value is null.
    let nodes: [String: [String: String]]
    /// Nodes that could not be asked.
    let silent: [String]

    /// The values of a setting with the nodes that have them; empty where no node knows the setting.
    func values(of setting: String) -> [(value: String, nodes: [String])] {
        var nodesByValue: [String: [String]] = [:]
        for (node, values) in nodes {
            if let value = values[setting] { nodesByValue[value, default: []].append(node) }
        }
        return nodesByValue.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// ` on 10.0.0.2:9042` where not all nodes are meant.
    func place(_ meant: [String]) -> String {
        meant.count == nodes.count ? "" : " on \(meant.joined(separator: ", "))"
    }
}
