import Foundation
import Testing

/// `doctor` finds what is there, and nothing else.
struct Doctors {
    let nodes: any NodesUnderTest

    /// Healthy nodes, before and after `init`, with three replicas and with one.
    func healthy() async throws {
        let project = try Project("doctor", nodes.addresses)
        let before = try await project.expect(7, "doctor", "--json")
        #expect(try before.errorCodes() == ["not-initialised"])
        #expect(try before.checks("keyspaces").map(\.message) == ["there is no keyspace \(project.keyspace)"])
        #expect(try before.checks("nodes").map(\.result) == ["ok"])
        try await project.expect(0, "init")
        try project.writeTables(1...1)
        try await project.expect(0, "migrate")
        let after = try await project.expect(1, "doctor", "--json")
        for check in [
            "platform", "nodes", "releases", "schema-agreement", "clocks", "keyspaces", "tables", "lwt", "lock", "log",
        ] {
            #expect(try after.checks(check).map(\.result) == ["ok"], "\(check): \(after.output)")
        }
        let nodeLine = try #require(try after.checks("nodes").first).message
        for address in nodes.addresses { #expect(nodeLine.contains(address)) }
        // The replication of the project is SimpleStrategy, with a replica on each node.
        #expect(
            try after.checks("replication").map(\.message) == [
                "keyspace \(project.keyspace) uses SimpleStrategy, which knows no data centres and no racks"
            ])
        #expect(try after.checks("permissions").map(\.result) == ["unknown"])
        // 3.11 shows its settings to nobody.
        #expect(try after.checks("settings").map(\.result) == [nodes.release.hasPrefix("3.") ? "unknown" : "ok"])

        let alone = try Project("doctor_alone", nodes.addresses, replication: Project.simple(1))
        try await alone.expect(0, "init")
        let warned = try await alone.expect(1, "doctor", "--json").checks("replication")
        #expect(warned.map(\.result) == ["warning", "warning"])
        #expect(warned.last?.message.contains("has one replica: ") == true)
        #expect(warned.last?.hint?.contains("'NetworkTopologyStrategy'") == true)
    }

    /// A node whose clock is ahead is named, with the one that it is ahead of.
    func clockAhead() async throws {
        let faulty = try #require(nodes as? any FaultyNodes)
        let project = try Project("doctor_clock", nodes.addresses)
        try await project.expect(0, "init")
        await faulty.setClock(of: 2, ahead: 25)
        let found = try await project.expect(1, "doctor", "--json").checks("clocks")
        await faulty.setClock(of: 2, ahead: 0)
        #expect(found.map(\.result) == ["problem"])
        #expect(found.first?.message.hasPrefix("\(nodes.addresses[1]) is at least 24.") == true, "\(found)")
    }

    /// A node that is down is named, a statement that failed is told, and the rest is looked at all the same.
    func nodeDown() async throws {
        let project = try Project("doctor_down", nodes.addresses)
        try await project.expect(0, "init")
        try project.write("V1__wrong.cql", "ALTER TABLE nowhere ADD x int;\n")
        try await project.expect(5, "migrate")
        try await nodes.kill(3)
        let found = try await project.expect(1, "doctor", "--json")
        let down = try #require(try found.checks("nodes").first)
        #expect(down.result == "problem")
        #expect(down.message.contains("\(nodes.addresses[2])") && down.message.contains("is down"))
        #expect(try found.checks("schema-agreement").map(\.result) == ["ok"])
        #expect(try found.checks("lwt").map(\.result) == ["ok"])
        let stopped = try #require(try found.checks("log").first)
        #expect(stopped.result == "problem")
        #expect(stopped.message.contains("V1__wrong.cql stopped at statement 1"))
        try await nodes.restart(3)
    }
}

extension Finished {
    /// A line of `doctor`.
    struct Check {
        let result: String
        let message: String
        let hint: String?
    }

    /// The lines of `doctor --json` of one check.
    func checks(_ name: String) throws -> [Check] {
        let checks = try #require(try data()["checks"] as? [[String: Any]], "no checks: \(output)")
        return checks.filter { $0["check"] as? String == name }.map {
            Check(
                result: $0["result"] as? String ?? "", message: $0["message"] as? String ?? "",
                hint: $0["hint"] as? String)
        }
    }
}
