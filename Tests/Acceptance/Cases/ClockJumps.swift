import Foundation
import Testing

/// The clock of the machine that runs the tool is set while it runs; libfaketime plays it.
struct ClockJumps {
    let nodes: [String]

    /// An hour forward and two back: leases and time-outs are measured on a clock that nobody sets, so that nothing
    /// happens.
    func jumps() async throws {
        let library = try #require(
            try FileManager.default.contentsOfDirectory(atPath: "/usr/lib").map {
                "/usr/lib/\($0)/faketime/libfaketimeMT.so.1"
            }.first { FileManager.default.fileExists(atPath: $0) },
            "libfaketime is needed to set a clock: install libfaketime")
        let project = try Project("clock_jumps", nodes, settings: "lock: { ttl: 10s, wait: 30s }")
        try await project.expect(0, "init")
        try project.writeTables(1...16)
        let clock = "\(project.folder)/clock"
        try "+0s".write(toFile: clock, atomically: true, encoding: .utf8)
        let runner = try project.start(
            ["migrate", "--json"],
            environment: [
                "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": clock, "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            ])
        for (count, time) in [(3, "+3600s"), (6, "-3600s")] {
            try await project.waitForApplied(count)
            try time.write(toFile: clock, atomically: true, encoding: .utf8)
        }
        let finished = await runner.wait()
        #expect(finished.exitCode == 0, "\(finished.output)\(finished.errors)")
        try await project.expectTables(16)
    }
}
