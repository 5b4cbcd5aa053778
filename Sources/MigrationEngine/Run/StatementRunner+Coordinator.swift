import CQLClient

/// Which node gets the statements.
extension StatementRunner {
    /// Readies the coordinator for the first statement of the script, or another where it is lost.
    mutating func begin() async throws(MigrationError) {
        do throws(MigrationError) { try await chooseKeyspace() } catch {
            // Nothing is under way between two scripts: whoever takes over needs the schema and nothing else.
            guard await !session.cluster.hasCoordinator else { throw error }
            _ = try await standingCoordinator()
        }
    }

    /// The coordinator, or another when it is lost and everything that it ran is known to be there.
    mutating func standingCoordinator() async throws(MigrationError) -> Coordinator {
        if await session.cluster.hasCoordinator { return await session.cluster.coordinator }
        // What only the lost one is known to have may be gone with it.
        if !unagreed.isEmpty { try await settleUnagreed("its connection ended") }
        if await session.cluster.hasCoordinator {
            // To find out what became of them has brought another one.
            await session.tellOfNewCoordinator()
        } else {
            try await session.replaceCoordinator()
        }
        try await takeOver()
        return await session.cluster.coordinator
    }

    /// Makes a new coordinator fit to go on: it has everything that the one before ran, and knows the keyspace.
    mutating func takeOver() async throws(MigrationError) {
        do throws(ClientError) { _ = try await session.cluster.survey() } catch {
            throw MigrationError(error, during: "asking the nodes for their condition")
        }
        try await session.agree()
        try await chooseKeyspace()
    }

    /// Finds a coordinator for a statement that was certainly not executed.
    ///
    /// Before 6.0 it is the same node again unless its process is dead: whatever that node may still do, it does in the
    /// order in which it was told.
    ///
    /// - Throws: `failure` where there is none.
    mutating func returnTo(
        _ coordinator: Coordinator, _ state: OutcomeInquiry.Coordinator, _ goal: StatementGoal,
        _ failure: MigrationError
    ) async throws(MigrationError) {
        let cluster = session.cluster
        let present = await cluster.coordinator.node.id
        let isSame = await cluster.hasCoordinator && present == coordinator.node.id
        if !isSame, state == .lives, cluster.platform.decidesSchemaByClock {
            do throws(ClientError) { _ = try await cluster.coordinate(through: coordinator.node.id) } catch {
                var failure = failure
                failure.notes.append("\(coordinator.node.place) has to run it, and cannot be connected to: \(error)")
                throw failure
            }
        }
        // A dead node of 3.11 that comes back with a table of its own by the same name never agrees with the others.
        if state == .dead, goal.changesSchema, cluster.platform.release < ReleaseVersion(4) {
            var failure = failure
            failure.hint = "start \(coordinator.node.place), then run the same command again"
            failure.notes.append(
                "\(coordinator.node.place) is dead and may have it on disk; another node must not make it meanwhile")
            throw failure
        }
        try await takeOver()
    }

    /// Leaves a coordinator whose clock is behind: waits where that is a moment, or finds a node whose clock is not.
    mutating func leave(
        _ coordinator: Coordinator, behindBy lag: Duration, in keyspace: String
    ) async throws(MigrationError) {
        if lag <= Self.bearableLag {
            await session.clock.pause(for: lag + .milliseconds(2))
            return
        }
        // The others get what this one has before one of them takes over.
        if !unagreed.isEmpty { try await agreeOnAll() }
        let cluster = session.cluster
        let home = coordinator.node.dataCenter
        var fit: [NodeID] = []
        let nodes = await cluster.nodes
        let candidates = Set(nodes.filter { $0.dataCenter == home }.map(\.id))
        for (node, answer) in await cluster.askEveryNode(CoordinatorClock.question(keyspace))
        where candidates.contains(node) {
            do throws(ClientError) {
                if let clock = try CoordinatorClock(try answer.get()), clock.lag == nil { fit.append(node) }
            } catch {
                continue
            }
        }
        for node in fit.sorted() {
            do throws(ClientError) { _ = try await cluster.coordinate(through: node) } catch { continue }
            let place = await cluster.coordinator.node.place
            session.events(
                .warning(
                    "the clock of \(coordinator.node.place) is \(lag.seconds) behind the newest change of keyspace "
                        + "\(keyspace); \(place) takes over"))
            return try await takeOver()
        }
        throw MigrationError(
            .clockBehind,
            "the clock of \(coordinator.node.place) is \(lag.seconds) behind the newest change of keyspace \(keyspace), "
                + "and no other node of \(home) is ahead of it: a change made now would be acknowledged and have no effect",
            hint: "set the clocks of the nodes right (NTP); after \(lag.seconds) the same command goes on")
    }

    /// What is waited for rather than left: clocks that NTP keeps differ by less.
    private static let bearableLag = Duration.seconds(1)
}
