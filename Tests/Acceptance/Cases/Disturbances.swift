import Foundation
import Testing

/// Nodes that are down or silent, and schemas that do not agree.
struct Disturbances {
    let nodes: any NodesUnderTest

    /// A node that is down refuses the run by its name; a flag goes on without it.
    func nodeDown() async throws {
        let project = try Project("node_down", nodes.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...2)
        try await nodes.kill(3)
        let refused = try await project.expect(8, "migrate", "--json")
        #expect(try refused.errorCodes() == ["node-down"])
        #expect(refused.output.contains(nodes.addresses[2]))
        try await project.expect(0, "migrate", "--allow", "node-down")
        try await nodes.restart(3)
        // The node fetches the schema; until it has, nothing is changed.
        try project.writeTables(3...3)
        try await project.expect(0, "migrate")
    }

    /// A node that is connected and silent is told from one that is slow by its heartbeat (4.1 and later).
    ///
    /// 3.11 shows no heartbeats: the run waits for the node until the coordinator counts it as down, goes on without it,
    /// and says so.
    func nodePaused() async throws {
        let project = try Project("node_paused", nodes.addresses)
        try await project.expect(0, "init")
        try project.writeTables(1...1)
        try await nodes.pause(3)
        let finished = try await project.run("migrate", "--json")
        try await nodes.resume(3)
        if nodes.release == "3.11" {
            #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
            let warnings = try finished.document()["warnings"] as? [[String: Any]] ?? []
            let texts = warnings.compactMap { $0["message"] as? String }
            #expect(texts.contains { $0.contains(nodes.addresses[2]) }, "\(texts)")
        } else {
            #expect(finished.exitCode == 8, "\(finished.output)\(finished.errors)")
            #expect(try finished.errorCodes() == ["node-down"])
        }
        try await project.expect(0, "migrate")
    }
}
