import Foundation
import Testing

/// Nodes that are down or silent, and schemas that do not agree.
struct Disturbances {
    let cluster: CassandraCluster

    /// A node that is down refuses the run by its name; a flag goes on without it.
    func nodeDown() async throws {
        let project = try Project("node_down", cluster.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        try await cluster.kill(3)
        let refused = try await project.expect(8, "migrate", "--json")
        #expect(try refused.errorCodes() == ["node-down"])
        #expect(refused.output.contains(cluster.addresses[2]))
        try await project.expect(0, "migrate", "--allow", "node-down")
        try await cluster.restart(3)
        // The node fetches the schema; until it has, nothing is changed.
        try project.writeTables(3...3)
        try await project.expect(0, "migrate")
    }

    /// A node that is connected and silent is told from one that is slow by its heartbeat (4.1 and later).
    ///
    /// 3.11 shows no heartbeats: the run waits for the node until the coordinator counts it as down, goes on without it,
    /// and says so.
    func nodePaused() async throws {
        let project = try Project("node_paused", cluster.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...1)
        try await cluster.pause(3)
        let finished = try await project.run("migrate", "--json")
        try await cluster.resume(3)
        if try cluster.home.release().hasPrefix("3.") {
            #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
            let warnings = try finished.document()["warnings"] as? [[String: Any]] ?? []
            let texts = warnings.compactMap { $0["message"] as? String }
            #expect(texts.contains { $0.contains(cluster.addresses[2]) }, "\(texts)")
        } else {
            #expect(finished.exitCode == 8, "\(finished.output)\(finished.errors)")
            #expect(try finished.errorCodes() == ["node-down"])
        }
        try await project.expect(0, "migrate")
    }

    /// Without agreement nothing is sent, and the exit says so.
    func noAgreement() async throws {
        let project = try Project("no_agreement", cluster.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...1)
        let refused = try await project.expect(6, "migrate", "--agreement-timeout", "1ms", "--json")
        #expect(try refused.errorCodes() == ["no-schema-agreement"])
    }
}
