/// Which version of the schema each node has.
struct SchemaVersions: Sendable {
    /// By the address of the node; nil where it did not tell. Without nodes that are down: they fetch the schema when they
    /// are back.
    var versions: [String: String?]
    /// How long was waited for them to become one.
    var waited = Duration.zero

    /// Whether there is one version, and no node of which it is not known.
    var isAgreed: Bool {
        let first = versions.values.first ?? nil
        return first != nil && versions.values.allSatisfy { $0 == first }
    }
}
