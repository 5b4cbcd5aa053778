import CQLClient
import FoundationEssentials
import Glibc
import TestProcesses

/// Real nodes on loopback addresses of their own.
///
/// They are held by `Tests/Cassandra/cluster start --attached`, which stops them when its input ends: with `stop()`, at
/// the exit of the tests, and when the tests are killed.
final class CassandraCluster: Sendable {
    /// The Cassandra that they run.
    let home: CassandraHome
    /// Where each takes connections, the seed first: node n is at n - 1.
    let addresses: [String]

    private let folder: ClusterFolder
    private let launcher: ChildProcess

    private static let script =
        "\(#filePath.dropLast("CassandraTests/Nodes/CassandraCluster.swift".count))Cassandra/cluster"

    private init(_ home: CassandraHome, _ shape: ClusterShape, _ folder: ClusterFolder, _ launcher: ChildProcess) {
        self.home = home
        self.folder = folder
        self.launcher = launcher
        addresses = (1...shape.nodes).map { "\(shape.base(in: folder)).\($0)" }
    }

    /// Three nodes of the release under test, the same for all suites, started when somebody first asks.
    static func shared() async throws -> CassandraCluster {
        try await SharedClusters.one.cluster(of: .underTest())
    }

    /// Starts nodes that the caller stops, for tests that need another shape.
    static func start(_ home: CassandraHome, _ shape: ClusterShape = ClusterShape()) async throws -> CassandraCluster {
        let folder = try ClusterFolder.reserve()
        let start = [
            "start", "--attached", "--home", home.path, "--base", shape.base(in: folder), "--dir", folder.path,
        ]
        let launcher = try ChildProcess(command(start + shape.arguments, input: .open))
        EndAtExit.register(launcher)
        try await launcher.waitForText(" up in ")
        return CassandraCluster(home, shape, folder, launcher)
    }

    /// Runs a body with nodes of another shape than the shared ones.
    static func with<Result: Sendable>(
        _ shape: ClusterShape, _ body: (CassandraCluster) async throws -> Result
    ) async throws -> Result {
        let cluster = try await start(.underTest(), shape)
        do {
            let result = try await body(cluster)
            await cluster.stop()
            return result
        } catch {
            await cluster.stop()
            throw error
        }
    }

    private static func command(_ arguments: [String], input: ProcessCommand.Input = .empty) -> ProcessCommand {
        // The launcher needs Java and the tools, wherever they are on this machine.
        ProcessCommand(script, arguments, environment: ProcessInfo.processInfo.environment, input: input)
    }

    /// Stops the nodes and forgets their data.
    func stop() async {
        launcher.closeInput()
        _ = await launcher.result()
    }
}

extension CassandraCluster {
    /// Kills nodes with SIGKILL.
    func kill(_ nodes: [Int]) async throws { try await disturb("kill", nodes) }

    /// Stops nodes with SIGSTOP: they keep their sockets and answer nothing.
    func pause(_ nodes: [Int]) async throws { try await disturb("pause", nodes) }

    /// Lets paused nodes go on.
    func resume(_ nodes: [Int]) async throws { try await disturb("resume", nodes) }

    /// Starts killed nodes, or stops and starts running ones, and waits until the others see them.
    func restart(_ nodes: [Int]) async throws { try await disturb("restart", nodes) }

    /// Cuts the last node, and with it whoever connects from here, off the others; with an isolated shape.
    func part() async throws { _ = try await run(["part"]) }

    /// Undoes `part()`.
    func join() async throws { _ = try await run(["join"]) }

    /// Waits until every running node knows which of the others are up; half a minute after a node went.
    func settle() async throws { _ = try await run(["settle"]) }

    /// Runs nodetool against a node; releases from 4.1 on.
    func nodetool(_ node: Int, _ arguments: String...) async throws -> String {
        try await run(["nodetool", "\(node)"] + arguments)
    }

    /// Lets every node run again and waits until all know it.
    func restore() async throws {
        var paused: [Int] = []
        var dead: [Int] = []
        for line in try await run(["status"]).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 4, let node = Int(words[0]) else { continue }
            if words[2] == "paused" { paused.append(node) }
            if words[2] == "dead" { dead.append(node) }
        }
        if !paused.isEmpty { try await disturb("resume", paused) }
        if !dead.isEmpty { try await disturb("restart", dead) }
        if !paused.isEmpty { try await settle() }
    }

    private func disturb(_ how: String, _ nodes: [Int]) async throws {
        _ = try await run([how] + nodes.map(String.init))
    }

    private func run(_ arguments: [String]) async throws -> String {
        // Options come before the node, because nodetool takes all that follows it.
        let line = [arguments[0], "--dir", folder.path] + arguments.dropFirst()
        let result = try await ChildProcess(Self.command(line)).result()
        guard result.status == 0 else { throw ProcessError("cluster \(arguments) failed: \(result)") }
        return result.output
    }
}

extension CassandraCluster {
    /// Every node as a contact point.
    var contactPoints: [ContactPoint] { addresses.map { ContactPoint(host: $0, port: 9042) } }

    /// Connects, lets the body work, and disconnects.
    func withClient<Result: Sendable>(_ body: (Cluster) async throws -> Result) async throws -> Result {
        let client = try await Cluster.connect(ClusterSettings(contactPoints: contactPoints))
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }
}
