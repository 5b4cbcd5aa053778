import CQLClient
import Faults
import FoundationEssentials
import MigrationLog

/// A log that is no fence: where somebody else has written, it writes behind that and goes on.
struct FencelessLog {
    let log: MigrationLog
    let identity: RunIdentity
    let owner: UUID
    var history = History()

    init(_ log: MigrationLog, _ identity: RunIdentity, owner: UUID) async throws(LogError) {
        self.log = log
        self.identity = identity
        self.owner = owner
        try await log.update(&history)
    }

    mutating func append(_ kind: LogEntryKind, _ statement: Scenario.Statement?) async throws(LogError) {
        var row = identity.entry(kind)
        row.lockOwner = owner
        if let statement {
            row.target = Scenario.keyspace
            row.script = statement.script
            row.type = "versioned"
            row.version = statement.script.split(separator: "_").first.map { String($0.dropFirst()) }
            if kind == .statementIntended || kind == .statementOutcome { row.statement = statement.number }
            if kind == .statementOutcome { row.outcome = .applied }
        }
        var isWritten = false
        while !isWritten {
            do throws(LogError) {
                try await log.append([row], to: &history)
                isWritten = true
            } catch {
                guard case .fenced = error else { throw error }
            }
            if !isWritten { try await log.update(&history) }
        }
    }
}
