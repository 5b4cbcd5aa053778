import SchemaModel

extension SchemaRefusal {
    /// A node without roles executes no statement about them; it logs in who is on its list.
    static let roles = SchemaRefusal(
        .invalid, "Roles, users, permissions and identities are not supported by this node")
}
