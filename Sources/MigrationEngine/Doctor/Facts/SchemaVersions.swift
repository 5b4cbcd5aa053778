/// Which version of the schema each node has.
struct SchemaVersions: Sendable {
    /// By the address of the node; nil where it did not tell.
    let versions: [String: String?]
    /// How long was waited for them to become one.
    let waited: Duration
}
