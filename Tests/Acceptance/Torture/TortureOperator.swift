import Foundation
import Testing

/// The operator who comes when the nodes are well again: runs the tool to the end, and answers what it asks by what he
/// finds in the tables.
struct TortureOperator {
    let project: Project
    /// How many questions were answered.
    private(set) var answers = 0

    init(_ project: Project) { self.project = project }

    /// A few runs may find the cluster not yet in order; more would mean that the tool cannot get out by itself.
    private static let attempts = 12

    /// Runs the tool until there is nothing to do.
    ///
    /// - Returns: What it said at its last attempt when it did not get there.
    mutating func finish() async throws -> String? {
        var last: Finished?
        for _ in 0..<Self.attempts {
            let run = try await project.run("migrate", "--json", "--agreement-timeout", "120s")
            if run.exitCode == 0 { return nil }
            last = run
            if try run.errorCodes().contains("outcome-unknown") { try await answer() }
        }
        return "exit \(last?.exitCode ?? -1): \(last?.output ?? "")\(last?.errors ?? "")"
    }

    /// Answers every open question about data. Of the schema the tool finds out for itself.
    private mutating func answer() async throws {
        let truth = try await TortureTruth.read(project)
        let list = try await project.run("repair", "--list", "--json")
        for item in try list.data()["failed"] as? [[String: Any]] ?? [] {
            guard let script = item["script"] as? String, let statement = item["statement"] as? Int,
                let number = Int(script.dropFirst().prefix { $0.isNumber })
            else { continue }
            let hasRun: Bool
            switch statement {
            case TortureScript.counting: hasRun = truth.counters[number] ?? 0 > 0
            case TortureScript.listing: hasRun = !(truth.lists[number] ?? []).isEmpty
            default: continue
            }
            try await project.expect(
                0, "repair", "--script", script, "--statement", "\(statement)", hasRun ? "--applied" : "--retry",
                "--yes")
            answers += 1
        }
    }
}
