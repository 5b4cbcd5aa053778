import Foundation

/// Three nodes of the release under test, on loopback addresses that no other run of the tests has.
///
/// Started at the first use and stopped when the process ends, however it ends but for SIGKILL.
final class CassandraCluster: Sendable {
    /// The addresses of the nodes, the first one first.
    let addresses: [String]
    /// The release, such as `5.0`.
    let release: String
    private let folder: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The cluster of this process.
    static func shared() throws -> CassandraCluster { try process.get() }

    private static let process = Result { try CassandraCluster(base: base(0), nodes: 3, options: []) }

    /// Another cluster beside it, which the caller stops.
    ///
    /// - Parameter number: From 1; tells the clusters of one process apart.
    static func another(_ number: Int, nodes: Int, options: [String] = []) throws -> CassandraCluster {
        try CassandraCluster(base: base(number), nodes: nodes, options: options)
    }

    /// The first three numbers of the addresses: from the process id, so that two runs do not meet.
    private static func base(_ number: Int) -> String {
        let pid = Int(ProcessInfo.processInfo.processIdentifier)
        return "127.\(10 + (pid / 60) % 200).\(pid % 60 * 4 + number)"
    }

    private init(base: String, nodes: Int, options: [String]) throws {
        guard let home = ProcessInfo.processInfo.environment["CASSANDRA_HOMES"]?.split(separator: ":").first else {
            throw Failure(description: "CASSANDRA_HOMES names no folder: see `make test-cassandra`")
        }
        addresses = (1...nodes).map { "\(base).\($0)" }
        folder = NSTemporaryDirectory() + "cqlmig-cassandra-\(base)"
        let started = try Self.launcher(
            ["start", "--home", String(home), "--nodes", "\(nodes)", "--base", base, "--dir", folder] + options)
        // "3 nodes of 5.0 up in 13.1 s: …"
        release = started.split(separator: " ").dropFirst(3).first.map(String.init) ?? "?"
        ClusterFolders.stopAtExit(folder)
    }

    func kill(_ node: Int) throws { _ = try launch("kill", node) }
    func pause(_ node: Int) throws { _ = try launch("pause", node) }
    func resume(_ node: Int) throws { _ = try launch("resume", node) }
    func restart(_ node: Int) throws { _ = try launch("restart", node) }
    func stop() throws { _ = try Self.launcher(["stop", "--dir", folder]) }

    private func launch(_ command: String, _ node: Int) throws -> String {
        try Self.launcher([command, "--dir", folder, "\(node)"])
    }

    /// Runs `Tests/Cassandra/cluster`.
    @discardableResult
    static func launcher(_ arguments: [String]) throws -> String {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Cassandra/cluster").path
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script] + arguments
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "cluster \(arguments.joined(separator: " ")): \(text)")
        }
        return text
    }
}
