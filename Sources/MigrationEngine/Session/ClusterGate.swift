import CQLClient
import MigrationLog

/// What has to hold of the cluster before anything is changed.
struct ClusterGate {
    let session: Session
    let allowed: Set<Allowance>

    /// The skew between the clocks of two nodes that was seen.
    struct Passed {
        let skew: Duration
    }

    /// Asks every node; throws when one is down or of another release, or when the schema does not agree.
    ///
    /// A coordinator that is lost meanwhile is replaced: nothing is under way yet.
    func pass() async throws(MigrationError) -> Passed {
        try await session.repeating { () async throws(MigrationError) -> Passed in try await look() }
    }

    private func look() async throws(MigrationError) -> Passed {
        session.events(.checkingCluster)
        let statuses: [NodeStatus]
        do throws(ClientError) { statuses = try await session.cluster.survey() } catch {
            throw MigrationError(error, during: "asking the nodes for their condition")
        }
        try checkDown(statuses)
        try checkReleases(statuses)
        try await agree()
        for keyspace in session.historyKeyspaces {
            do throws(LogError) {
                try await HistoryTables(in: keyspace, of: session.cluster).requireAgreed(patience: .seconds(5))
            } catch {
                throw MigrationError(error, in: keyspace)
            }
        }
        return Passed(skew: skew(statuses))
    }

    private func checkDown(_ statuses: [NodeStatus]) throws(MigrationError) {
        var down: [String] = []
        for status in statuses {
            switch status.condition {
            case .up: break
            case .down(let reason): down.append("\(status.node.place) (\(reason))")
            case .unreachable(let reason):
                session.events(
                    .warning("\(status.node.place) cannot be asked from here: \(reason); its peers speak for it"))
            }
        }
        guard !down.isEmpty else { return }
        if allowed.contains(.nodeDown) {
            return session.events(.warning("going on although a node is down: \(down.joined(separator: ", "))"))
        }
        throw MigrationError(
            .nodeDown, "down: \(down.joined(separator: ", "))",
            hint: "start the node, or go on without it with --allow node-down: it has to fetch the schema later")
    }

    private func checkReleases(_ statuses: [NodeStatus]) throws(MigrationError) {
        var releases: [ReleaseVersion?: [String]] = [:]
        for status in statuses {
            var release = status.node.release
            if case .up(let report) = status.condition { release = report.release ?? release }
            releases[release, default: []].append(status.node.place)
        }
        guard releases.count > 1 else { return }
        let seen = releases.map { "\($0.key?.description ?? "unknown") on \($0.value.joined(separator: ", "))" }
            .sorted().joined(separator: "; ")
        if allowed.contains(.mixedRelease) {
            return session.events(.warning("going on although the nodes run different releases: \(seen)"))
        }
        throw MigrationError(
            .mixedRelease, "the nodes run different releases: \(seen)",
            hint: "finish the upgrade first; nodes of two releases may understand one schema differently "
                + "(--allow mixed-release goes on)")
    }

    private func agree() async throws(MigrationError) {
        let result: SchemaAgreementResult
        do throws(ClientError) {
            result = try await session.cluster.awaitSchemaAgreement(timeout: session.configuration.agreementTimeout)
        } catch {
            throw MigrationError(error, during: "waiting for schema agreement")
        }
        if case .disagreed(let disagreement) = result {
            throw MigrationError(
                disagreement, addresses: await session.cluster.addresses(of: disagreement.dissenters))
        }
    }

    private func skew(_ statuses: [NodeStatus]) -> Duration {
        let offsets = statuses.compactMap { status -> (low: Duration, high: Duration)? in
            guard case .up(let report) = status.condition else { return nil }
            return (report.clockOffset - report.roundTrip / 2, report.clockOffset + report.roundTrip / 2)
        }
        // The clocks are at least this far apart; what the round trips leave open is not counted as skew.
        guard let slowest = offsets.map(\.high).min(), let fastest = offsets.map(\.low).max() else { return .zero }
        return max(.zero, fastest - slowest)
    }
}
