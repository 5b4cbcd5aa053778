import CQLClient

/// What is done when the coordinator is lost and no statement is under way.
extension Session {
    /// How often the coordinator may be lost in one place.
    static let attempts = 3

    /// Makes another node coordinate, and says so.
    ///
    /// Only for when no statement's outcome is open.
    ///
    /// - Throws: `cannotConnect` where no node can be connected to.
    func replaceCoordinator() async throws(MigrationError) {
        do throws(ClientError) { _ = try await cluster.replaceCoordinator() } catch {
            throw MigrationError(error, during: "looking for another coordinator")
        }
        await tellOfNewCoordinator()
    }

    /// Says who coordinates from now on.
    func tellOfNewCoordinator() async {
        events(.warning("the coordinator was lost; \(await cluster.coordinator.node.place) takes over"))
    }

    /// Does what changes nothing, and does it again through another coordinator where the present one is lost meanwhile.
    func repeating<Value>(
        _ body: () async throws(MigrationError) -> Value
    ) async throws(MigrationError) -> Value {
        for _ in 1..<Self.attempts {
            do throws(MigrationError) { return try await body() } catch {
                guard await !cluster.hasCoordinator else { throw error }
                try await replaceCoordinator()
            }
        }
        return try await body()
    }
}
