import Acceptance
import Testing

extension RealNodes {
    /// What is run on every release.
    @Suite struct SmokeAcceptanceTests {
        @Test("the cases that are short", arguments: AcceptanceCase.smoke)
        func acceptance(item: AcceptanceCase) async throws {
            try await item.runAndRestore(try await CassandraCluster.shared())
        }
    }

    @Suite struct AcceptanceTests {
        @Test("the other cases", arguments: AcceptanceCase.long)
        func acceptance(item: AcceptanceCase) async throws {
            try await item.runAndRestore(try await CassandraCluster.shared())
        }

        @Test("what only real nodes do", arguments: AcceptanceCase.real)
        func real(item: AcceptanceCase) async throws {
            try await item.runAndRestore(try await CassandraCluster.shared())
        }

        @Test("a node whose clock is ahead", arguments: [AcceptanceCase.clockAhead])
        func clockAhead(item: AcceptanceCase) async throws {
            // A node whose clock is ahead takes what others ask for old, and would never be seen as up.
            let release = try CassandraHome.underTest().release()
            let shape = ClusterShape(
                clocks: [2: 20], settings: release.hasPrefix("3.") ? [:] : ["internode_timeout": "false"])
            try await CassandraCluster.with(shape) { try await item.run($0) }
        }

        @Test("two data centres", arguments: [AcceptanceCase.dataCenters])
        func dataCenters(item: AcceptanceCase) async throws {
            try await CassandraCluster.with(ClusterShape(nodes: 4, dataCenters: 2)) { try await item.run($0) }
        }

        @Test("a network that falls apart", arguments: [AcceptanceCase.partition])
        func partition(item: AcceptanceCase) async throws {
            try await CassandraCluster.with(ClusterShape(isIsolated: true)) { try await item.run($0) }
        }

        @Test("a node that makes views", arguments: [AcceptanceCase.views])
        func views(item: AcceptanceCase) async throws {
            let release = try CassandraHome.underTest().release()
            let shape = ClusterShape(
                nodes: 1, settings: release.hasPrefix("3.") ? [:] : ["materialized_views_enabled": "true"])
            try await CassandraCluster.with(shape) { try await item.run($0) }
        }

        @Test("a node that asks for a password", arguments: [AcceptanceCase.password])
        func password(item: AcceptanceCase) async throws {
            let shape = ClusterShape(nodes: 1, asksForPassword: true)
            try await CassandraCluster.with(shape) { try await item.run($0) }
        }
    }
}

extension AcceptanceCase {
    /// Runs the case, and starts the nodes again that it has ended or paused, whatever comes of it.
    ///
    /// How long it took is printed: these cases are most of what a run of all tests costs.
    fileprivate func runAndRestore(_ cluster: CassandraCluster) async throws {
        let start = ContinuousClock.now
        defer { print("\((ContinuousClock.now - start).components.seconds) s for: \(testDescription)") }
        do { try await run(cluster) } catch {
            if disturbsNodes { try await cluster.restore() }
            throw error
        }
        if disturbsNodes { try await cluster.restore() }
    }
}
