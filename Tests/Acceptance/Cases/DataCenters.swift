import Testing

/// Nodes in two data centres, dc1 and dc2.
struct DataCenters {
    let nodes: any NodesUnderTest

    /// SERIAL goes across both; LOCAL_SERIAL wants to be told which one.
    func serial() async throws {
        let project = try Project(
            "data_centers", nodes.addresses, replication: "{ class: NetworkTopologyStrategy, dc1: 2, dc2: 2 }")
        try await project.expect(0, "init")
        try project.writeTables(1...6)
        // The nodes of the two are given in turn.
        let tools = try nodes.addresses.prefix(2).map { try project.start(["migrate", "--json"], contactPoint: $0) }
        var run = 0
        for tool in tools {
            let finished = await tool.wait()
            #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
            run += try finished.keyspace()["run"] as? Int ?? 0
        }
        #expect(run == 6)
        try project.writeTables(7...7)
        let refused = try await project.expect(2, "migrate", "--serial-consistency", "local_serial")
        #expect(refused.errors.contains("--local-dc"), "\(refused.errors)")
        try await project.expect(3, "migrate", "--serial-consistency", "local_serial", "--local-dc", "dc7")
        try await project.expect(0, "migrate", "--serial-consistency", "local_serial", "--local-dc", "dc1")
        try await project.expect(0, "validate")
    }
}
