import Foundation
import TestProcesses
import Testing

/// The clock of the machine that runs the tool is set while it runs; a library that is loaded first plays it.
struct ClockJumps {
    let nodes: [String]

    /// An hour forward and two back: leases and time-outs are measured on a clock that nobody sets, so that nothing
    /// happens.
    func jumps() async throws {
        let project = try Project("clock_jumps", nodes, settings: "lock: { ttl: 10s, wait: 30s }")
        try await project.expect(0, "init")
        try project.writeTables(1...16)
        let clock = "\(project.folder)/clock"
        try "0".write(toFile: clock, atomically: true, encoding: .utf8)
        let runner = try project.start(
            ["migrate", "--json"],
            environment: ["LD_PRELOAD": try await Self.library(in: project.folder), "CLOCK_AHEAD": clock])
        for (count, time) in [(3, "3600"), (6, "-3600")] {
            try await project.waitForApplied(count)
            try time.write(toFile: clock, atomically: true, encoding: .utf8)
        }
        let finished = await runner.wait()
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await project.expectTables(16)
    }

    /// Compiles the library.
    private static func library(in folder: String) async throws -> String {
        let source = "\(#filePath.dropLast("Acceptance/Cases/ClockJumps.swift".count))Cassandra/clock.c"
        let library = "\(folder)/clock.so"
        let compiler = ProcessCommand(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", library, source],
            environment: ProcessInfo.processInfo.environment)
        let result = try await ChildProcess(compiler).result()
        try #require(result.status == 0, "\(result.output)\(result.error)")
        return library
    }
}
