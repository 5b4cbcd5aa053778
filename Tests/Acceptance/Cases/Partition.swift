import Testing

/// The network falls apart: whoever runs the tool sees the last of three nodes alone.
struct Partition {
    let nodes: any DivisibleNodes

    /// A run that is cut off in its middle stops, another one does not begin; both say what they know, and when the nodes are
    /// one cluster again the rest is done, each table once.
    func minority() async throws {
        let project = try Project("partition", nodes.addresses, settings: "lock: { ttl: 10s, wait: 30s }")
        try await project.expect(0, "init")
        try project.writeTables(1...20)
        let runner = try project.start(
            ["migrate", "--json", "--ddl-timeout", "5s", "--agreement-timeout", "15s"], contactPoint: nodes.addresses[2]
        )
        while try await !Tables.exist("t3", in: project) {}
        try await nodes.part()
        let cut = await runner.wait()
        #expect([3, 4, 5, 6].contains(cut.exitCode), "\(cut.output)\(cut.errors)")
        for allowed in [[], ["--allow", "node-down"]] {
            let refused = try await project.start(
                ["migrate", "--json", "--agreement-timeout", "15s"] + allowed, contactPoint: nodes.addresses[2]
            ).wait()
            #expect([3, 4, 5, 6, 8].contains(refused.exitCode), "\(refused.output)\(refused.errors)")
            #expect(try refused.document()["ok"] as? Bool == false)
        }
        try await nodes.join()
        try await nodes.settle()
        try await project.finish()
        try await project.expectTables(20)
    }
}
