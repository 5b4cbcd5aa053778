import Foundation
import TestProcesses
import Testing

/// A folder with a configuration and migrations, for a keyspace that no other test has.
final class Project: Sendable {
    let folder: String
    let keyspace: String
    let contactPoints: [String]

    /// - Parameters:
    ///   - contactPoints: The nodes, of which the first is to coordinate.
    ///   - replication: Of its keyspace; by default on three nodes.
    ///   - settings: More lines for the configuration.
    init(
        _ name: String, _ contactPoints: [String], replication: String = Project.simple(3), settings: String = ""
    ) throws {
        keyspace = "\(name)_\(UUID().uuidString.prefix(8).lowercased())"
        self.contactPoints = contactPoints
        folder = NSTemporaryDirectory() + "cqlmig-\(keyspace)"
        try FileManager.default.createDirectory(atPath: migrations, withIntermediateDirectories: true)
        let configuration = """
            cassandra:
              contact_points: [\(contactPoints.joined(separator: ", "))]
            keyspace:
              name: \(keyspace)
              replication: \(replication)
            \(settings)
            """
        try configuration.write(toFile: "\(folder)/cqlmig.yml", atomically: true, encoding: .utf8)
    }

    /// Copies of everything on so many nodes, wherever they are.
    static func simple(_ factor: Int) -> String { "{ class: SimpleStrategy, replication_factor: \(factor) }" }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var migrations: String { "\(folder)/migrations" }

    /// Writes a script of any bytes.
    func write(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(migrations)/\(name)"))
    }

    func write(_ name: String, _ cql: String) throws {
        try cql.write(toFile: "\(migrations)/\(name)", atomically: true, encoding: .utf8)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(migrations)/\(name)")
    }

    /// Writes scripts that make a table each and drop it on rollback.
    func writeTables(_ versions: ClosedRange<Int>) throws {
        for version in versions {
            try write(
                "V\(version)__table_\(version).cql",
                "CREATE TABLE t\(version) (id int PRIMARY KEY, v text);\n-- @down\nDROP TABLE t\(version);\n")
        }
    }

    /// Starts the binary on this project.
    func start(
        _ arguments: [String], contactPoint: String? = nil, environment: [String: String] = [:],
        closedOutput: Bool = false
    ) throws -> RunningTool {
        var words = arguments + ["--config", "\(folder)/cqlmig.yml"]
        if let contactPoint { words += ["--contact-points", contactPoint] }
        let variables = environment.merging(
            ["PATH": "/usr/bin:/bin", "USER": "tester", "HOME": folder]) { given, _ in given }
        return try RunningTool(
            Cqlmig.command(
                words, in: folder, environment: variables, output: closedOutput ? .closedPipe : .captured))
    }

    /// Runs the binary on this project to its end.
    func run(
        _ arguments: String..., contactPoint: String? = nil, environment: [String: String] = [:]
    ) async throws -> Finished {
        try await start(arguments, contactPoint: contactPoint, environment: environment).wait()
    }

    /// Runs the binary and expects an exit code.
    @discardableResult
    func expect(
        _ exitCode: Int32, _ arguments: String..., location: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        let finished = try await start(arguments).wait()
        #expect(
            finished.exitCode == exitCode, "\(arguments): \(finished.output)\(finished.errors)",
            sourceLocation: location)
        return finished
    }

    /// Looks at the status again and again until the nodes agree on the schema: one that was away fetches it at its
    /// leisure.
    func waitForAgreement() async throws {
        while try await !expect(0, "status", "--json").agrees() {}
    }

    /// Looks at the status again and again until so many scripts are applied.
    func waitForApplied(_ count: Int) async throws {
        while true {
            let states = try await expect(0, "status", "--json").states()
            if states.values.count(where: { $0 == "applied" }) >= count { return }
        }
    }

    /// Runs `migrate` until there is nothing to do: for a while yet nodes may see others as down.
    func finish() async throws {
        var last = try await run("migrate", "--json")
        for _ in 0..<60 where last.exitCode == 6 || last.exitCode == 8 {
            try await Task.sleep(for: .seconds(1))
            last = try await run("migrate", "--json")
        }
        #expect(last.exitCode == 0, "\(last.output)\(last.errors)")
        try await waitForAgreement()
        try await expect(0, "validate")
    }

    /// All rows of the log, which has no gap.
    func events() async throws -> [HistoryEvent] {
        let events = try await HistoryEvent.list(in: expect(0, "history", "--json"))
        #expect(events.map(\.seq) == Array(1...events.count))
        return events
    }

    /// Every one of the tables of `writeTables` is there, and was made once.
    func expectTables(_ count: Int) async throws {
        for number in 1...count { #expect(try await Tables.exist("t\(number)", in: self), "t\(number)") }
        let applied = try await events().filter { $0.kind == "script-applied" }.compactMap(\.script)
        #expect(applied.count == count && Set(applied).count == count)
    }
}
