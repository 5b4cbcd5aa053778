import Foundation
import Testing

/// A keyspace that has its tables already is taken over.
struct Baselines {
    let nodes: [String]

    func run() async throws {
        let project = try Project("baselines", nodes)
        try await project.expect(0, "init")
        try project.writeTables(1...5)
        try await project.expect(2, "baseline", "9")
        let marked = try await project.expect(0, "baseline", "3", "--json").data()["marked"] as? [String]
        #expect(marked == ["V1__table_1.cql", "V2__table_2.cql", "V3__table_3.cql"])
        let states = try await project.expect(0, "status", "--json").states()
        #expect(states["V3__table_3.cql"] == "baselined" && states["V4__table_4.cql"] == "pending")
        let run = try await project.expect(0, "migrate", "--json").keyspace()["run"] as? Int
        #expect(run == 2)
        // What was marked was not run, and what came behind it was.
        #expect(try await !Tables.exist("t3", in: project))
        #expect(try await Tables.exist("t4", in: project))
        try await project.expect(0, "validate")
    }
}
