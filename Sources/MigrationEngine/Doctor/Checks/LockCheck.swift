import FoundationEssentials
import MigrationLog

/// Who holds the locks, and for how long.
struct LockCheck {
    let histories: [HistoryFacts]
    let now: Date

    /// A living holder renews at a third of the lock's time; this much more is allowed for a slow cluster and for clocks
    /// that differ.
    private static let allowance: Int64 = 5

    var findings: [DoctorFinding] { histories.map(finding) }

    private func finding(_ history: HistoryFacts) -> DoctorFinding {
        let name = history.keyspace.name
        guard let lock = history.lock.value else {
            return DoctorFinding(.lock, .unknown, "the lock of \(name) could not be read: \(history.lock.reason ?? "")")
        }
        guard let holder = lock.holder else { return DoctorFinding(.lock, .ok, "nobody holds the lock of \(name)") }
        let words =
            "the lock of \(name) is held by \(holder.summary), renewed \(holder.renewed.formatted(.iso8601))"
        guard let left = holder.expiresInSeconds else {
            return DoctorFinding(
                .lock, .problem, "\(words); it never ends by itself",
                hint: "it may come from a backup: `cqlmig repair --release-lock` takes it away")
        }
        let age = Int64(max(0, now.timeIntervalSince(holder.renewed)))
        // What is left and what has gone since the last renewal make the whole.
        guard age > (age + left) / 3 + Self.allowance else { return DoctorFinding(.lock, .ok, words) }
        return DoctorFinding(
            .lock, .warning, "\(words), \(age) s ago: its holder may be dead",
            hint: "it ends by itself; `cqlmig repair --release-lock` takes it away sooner")
    }
}
