import FoundationEssentials
import MigrationEngine
import MigrationLog

/// Who holds a lock.
enum LockText {
    /// `ann on build-7 (process 4711)`.
    static func words(_ holder: LockHolder) -> String {
        "\(holder.operatorName) on \(holder.host) (process \(holder.pid))"
    }

    static func json(_ holder: LockHolder?) -> JSONValue {
        guard let holder else { return .null }
        return [
            "owner": .string(holder.owner.uuidString.lowercased()),
            "operator": .string(holder.operatorName),
            "host": .string(holder.host),
            "pid": JSONValue(holder.pid),
            "ci_url": JSONValue(holder.ciURL),
            "since": .string(TimeText.iso(holder.since)),
            "renewed": .string(TimeText.iso(holder.renewed)),
            "expires_in_s": JSONValue(holder.expiresInSeconds),
        ]
    }
}
