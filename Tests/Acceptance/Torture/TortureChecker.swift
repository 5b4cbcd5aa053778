import FoundationEssentials
import LogStories
import MigrationLog

/// Holds what stands in the cluster and what the log says against what the scripts make when each statement has run once.
///
/// A value of what was read goes in, sentences about broken promises come out.
struct TortureChecker {
    let truth: TortureTruth
    /// How many scripts there are.
    let scripts: Int

    /// Whether a run said of a script that it had applied it.
    struct Claim: Hashable, Sendable {
        let run: String
        let script: String
    }

    /// Every broken promise.
    func violations(_ claims: [Claim]) -> [String] { log() + fence() + applied(claims) + effects() }

    /// The rows are numbered without a gap, and none tells of a refusal: every statement is right.
    private func log() -> [String] {
        var violations: [String] = []
        for (place, row) in truth.log.misnumbered {
            violations.append("row \(place) of the log has the number \(row.seq)")
        }
        for row in truth.log {
            if let code = row.errorCode, Self.refusals.contains(code) {
                violations.append("\(Self.place(row)): \(code): \(row.errorText ?? "")")
            }
        }
        return violations
    }

    /// What no run may end with: somebody must have done a thing twice, or not at all.
    private static let refusals: Set = ["statement-failed", "schema-conflict", "half-applied-changed"]

    /// Whoever acquires the lock fences everybody before.
    private func fence() -> [String] {
        truth.log.behindFence.map { "\(Self.place($0)) is of a holder that was fenced" }
    }

    /// Every script was applied, once and in order, and by whom that was said.
    private func applied(_ claims: [Claim]) -> [String] {
        let rows = truth.log.filter { $0.kind == .scriptApplied }
        var violations: [String] = []
        let expected = (1...scripts).map { TortureScript(number: $0).name }
        let order = rows.map { $0.script ?? "?" }
        if order != expected { violations.append("applied were \(order), not \(expected)") }
        let known = Set(rows.map { Claim(run: $0.run?.uuidString.lowercased() ?? "?", script: $0.script ?? "?") })
        for claim in claims where !known.contains(claim) {
            violations.append("run \(claim.run) says that it applied \(claim.script), and the log does not")
        }
        return violations
    }

    /// Every statement took effect once.
    private func effects() -> [String] {
        var violations: [String] = []
        func expect<Value: Equatable>(_ what: String, _ found: Value?, _ wanted: Value) {
            if found != wanted {
                violations.append("\(what) is \(found.map { "\($0)" } ?? "not there"), and should be \(wanted)")
            }
        }
        for number in (1...scripts).dropFirst() {
            expect("the counter of script \(number)", truth.counters[number], 1)
            expect("the list of script \(number)", truth.lists[number], [Int64(number)])
            expect("table made\(number)", truth.columns["made\(number)"], ["id", "v", "w"])
            expect("table remade\(number)", truth.columns["remade\(number)"], ["id", "w"])
            for table in ["made\(number)", "remade\(number)"] {
                expect("the row of table \(table)", truth.rows[table], [Int64(number)])
            }
        }
        return violations
    }

    private static func place(_ row: LogEntry) -> String {
        "row \(row.seq) (\(row.kind.rawValue) \(row.script ?? "") \(row.statement.map(String.init) ?? ""))"
    }
}
