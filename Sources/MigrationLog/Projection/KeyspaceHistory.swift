import CQLClient

/// What the log says of one target keyspace.
public struct KeyspaceHistory: Equatable, Sendable {
    /// Every script that a row is about.
    public private(set) var scripts: [ScriptKey: ScriptRecord] = [:]
    /// The keys of the scripts that were applied by running, in the order in which they were.
    public private(set) var appliedOrder: [ScriptKey] = []

    /// A history without a row.
    public init() {}

    /// The scripts that stopped in the middle, in no order.
    public var halfDone: [ScriptRecord] { scripts.values.filter(\.isHalfDone) }

    mutating func add(_ entry: LogEntry) {
        guard let key = ScriptKey(entry) else { return }
        switch entry.kind {
        case .scriptStarted: start(key, entry)
        case .statementIntended, .statementOutcome, .statementResolved, .repaired: addStatement(key, entry)
        case .scriptApplied: finish(key, entry, .applied)
        case .scriptSkipped: finish(key, entry, .skipped)
        case .baselined: finish(key, entry, .baselined)
        case .imported: finish(key, entry, .imported)
        case .rolledBack: finish(key, entry, .rolledBack)
        case .scriptFailed:
            scripts[key]?.state = .failed
            scripts[key]?.last = entry
        case .initialised, .runStarted, .runEnded, .runFailed, .lockAcquired, .lockReleased, .lockForceReleased,
            .replicationSeen:
            break
        }
    }

    private mutating func start(_ key: ScriptKey, _ entry: LogEntry) {
        let direction: ScriptRecord.Direction = entry.type == "undo" ? .undo : .up
        var record = record(key, entry)
        // A second attempt goes on where the first stopped; the other way round is another script.
        if !record.isHalfDone || record.direction != direction { record.statements = [:] }
        record.state = .running
        record.direction = direction
        if direction == .up {
            record.script = entry.script ?? record.script
            record.type = entry.type ?? record.type
            record.description = entry.description ?? record.description
            record.checksum = entry.checksum ?? record.checksum
            record.checksumAlgorithm = entry.checksumAlgorithm ?? record.checksumAlgorithm
        }
        record.last = entry
        scripts[key] = record
    }

    private mutating func addStatement(_ key: ScriptKey, _ entry: LogEntry) {
        // A changed checksum that an operator accepted stands in a row without a statement.
        guard let number = entry.statement else {
            if entry.kind == .repaired, let checksum = entry.checksum {
                scripts[key]?.checksum = checksum
                scripts[key]?.checksumAlgorithm = entry.checksumAlgorithm
            }
            return
        }
        let state: StatementRecord.State =
            switch (entry.kind, entry.outcome) {
            case (.repaired, .applied?): .declaredApplied
            case (.repaired, _): .declaredUnapplied
            case (.statementOutcome, let outcome?): .ended(outcome)
            case (.statementResolved, .applied?): .ended(.applied)
            case (.statementResolved, _): .resolvedUnapplied
            default: .intended
            }
        let known = scripts[key]?.statements[number]
        let hash = entry.statementHash ?? known?.hash
        scripts[key]?.statements[number] = StatementRecord(
            number: number, hash: hash, state: state, entry: entry,
            wasFoundUnapplied: state == .resolvedUnapplied || (known?.wasFoundUnapplied == true && known?.hash == hash))
    }

    private mutating func finish(_ key: ScriptKey, _ entry: LogEntry, _ state: ScriptRecord.State) {
        var record = record(key, entry)
        record.state = state
        record.direction = .up
        record.statements = [:]
        record.last = entry
        if state != .rolledBack {
            record.script = entry.script ?? record.script
            record.type = entry.type ?? record.type
            record.description = entry.description ?? record.description
            record.checksum = entry.checksum ?? record.checksum
            record.checksumAlgorithm = entry.checksumAlgorithm ?? record.checksumAlgorithm
        }
        scripts[key] = record
        appliedOrder.removeAll { $0 == key }
        if state == .applied || state == .baselined || state == .imported { appliedOrder.append(key) }
    }

    private func record(_ key: ScriptKey, _ entry: LogEntry) -> ScriptRecord {
        scripts[key]
            ?? ScriptRecord(
                key: key, script: entry.script ?? "", type: entry.type ?? "versioned",
                description: entry.description ?? "", checksum: entry.checksum,
                checksumAlgorithm: entry.checksumAlgorithm, state: .running, last: entry)
    }
}
