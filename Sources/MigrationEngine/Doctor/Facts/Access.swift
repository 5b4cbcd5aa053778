/// Who is logged in, and what that role may do.
struct Access: Sendable {
    /// How the nodes see whoever connects.
    enum Standing: Sendable {
        /// Nobody logs in: everybody may do everything, and guardrails hold for nobody (`ClientState.isOrdinaryUser`).
        case anonymous
        /// Neither permissions nor guardrails hold.
        case superuser
        case ordinary
        case unknown
    }

    let standing: Standing
    let permissions: Fact<RolePermissions>
}
