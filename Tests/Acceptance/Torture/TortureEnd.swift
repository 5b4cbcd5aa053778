import Foundation
import Glibc

/// How a run of a round ended.
struct TortureEnd: Sendable {
    let exitCode: Int32
    /// What it says that it applied, and wrote down: a run that ends otherwise than well may have applied a script and says
    /// that it could not write so.
    let claims: [TortureChecker.Claim]
    /// What it must not have said or done.
    let violations: [String]

    /// What a run may end with when nodes and runs are disturbed: the lock was held or lost, an outcome is not known, no
    /// agreement, a node down, nobody to connect to.
    private static let honest: Set<Int32> = [0, 3, 4, 5, 6, 8]

    /// - Parameter finished: What it said; nil when it did not come to its end in time.
    init(_ runner: TorturePlan.Runner, _ finished: Finished?) {
        guard let finished else {
            exitCode = -1
            claims = []
            violations = ["a run did not end"]
            return
        }
        exitCode = finished.exitCode
        var allowed = Self.honest
        switch runner.fate {
        case .killed: allowed.insert(128 + SIGKILL)
        case .terminated: allowed.insert(128 + SIGTERM)
        case .ends, .stopped: break
        }
        let document = try? finished.document()
        var violations: [String] = []
        if !allowed.contains(finished.exitCode) {
            violations.append("a run ended with \(finished.exitCode): \(finished.output)\(finished.errors)")
        } else if document == nil, ![128 + SIGKILL, 128 + SIGTERM].contains(finished.exitCode) {
            violations.append("a run printed no document: \(finished.output)\(finished.errors)")
        }
        self.violations = violations
        claims = finished.exitCode == 0 ? document.map(Self.claims) ?? [] : []
    }

    private static func claims(_ document: [String: Any]) -> [TortureChecker.Claim] {
        guard let data = document["data"] as? [String: Any], let run = data["run_id"] as? String else { return [] }
        let keyspaces = data["keyspaces"] as? [[String: Any]] ?? []
        return keyspaces.flatMap { $0["actions"] as? [[String: Any]] ?? [] }.compactMap { action in
            guard action["outcome"] as? String == "applied", let script = action["script"] as? String else {
                return nil
            }
            return TortureChecker.Claim(run: run.lowercased(), script: script)
        }
    }
}
