import CQLClient
import MigrationLog
public import MigrationScripts

/// What `baseline` marked.
public struct BaselineReport: Equatable, Sendable {
    /// The version up to which it marked.
    public let version: MigrationVersion
    /// The paths of the scripts that it marked, by target keyspace, in order.
    public internal(set) var marked: [String: [String]]
}

extension MigrationEngine {
    /// Marks the scripts up to a version as applied, without running them: they describe what is there already.
    ///
    /// - Throws: `MigrationError`; `cannotBaseline` when one of them is half applied.
    public func baseline(
        upTo version: MigrationVersion, events: @escaping MigrationEventHandler = { _ in }
    ) async throws(MigrationError) -> BaselineReport {
        let scripts = try await loadScripts()
        guard scripts[version] != nil else {
            throw MigrationError(
                .unknownVersion, "there is no script of version \(version.text)",
                hint: "a baseline ends at a version that has a file")
        }
        return try await withSession(events) { session, stop async throws(MigrationError) in
            try await session.repeating { () async throws(MigrationError) in try await session.requireKeyspaces() }
            let gate = ClusterGate(session: session, allowed: [.nodeDown, .mixedRelease])
            let passed = try await gate.pass()
            var timings = Timings()
            let locked = LockedRun(session: session, gate: gate, skew: passed.skew, stop: stop)
            let done = try await locked.run(&timings) { _, logs async throws(MigrationError) -> BaselineReport in
                var report = BaselineReport(version: version, marked: [:])
                for target in session.configuration.targets {
                    guard let log = logs[session.configuration.history(of: target)] else { continue }
                    let unmarked = try Self.unmarked(scripts, upTo: version, log.history[target.name], target.name)
                    for script in unmarked { log.queue(Self.row(script, target, log)) }
                    report.marked[target.name] = unmarked.map(\.path)
                }
                for log in logs.values.sorted(by: { $0.keyspace < $1.keyspace }) { try await log.flush() }
                return report
            }
            if let closing = done.closing { throw closing }
            return done.value
        }
    }

    private static func unmarked(
        _ scripts: ScriptSet, upTo version: MigrationVersion, _ history: KeyspaceHistory, _ keyspace: String
    ) throws(MigrationError) -> [MigrationScript] {
        var unmarked: [MigrationScript] = []
        for script in scripts.versioned {
            guard let number = script.version, !(version < number) else { continue }
            let record = history.scripts[.version(number.text)]
            guard record?.isHalfDone != true else {
                throw MigrationError(
                    .cannotBaseline,
                    "\(script.path) is half applied in \(keyspace): to call it applied would hide that",
                    hint: "finish it with `cqlmig migrate`, or say what holds with `cqlmig repair`")
            }
            if record?.isApplied != true { unmarked.append(script) }
        }
        return unmarked
    }

    private static func row(_ script: MigrationScript, _ target: TargetKeyspace, _ log: LockedLog) -> LogEntry {
        var row = log.entry(.baselined)
        row.target = target.name
        row.script = script.path
        row.type = "versioned"
        row.version = script.version?.text
        row.description = script.description
        row.checksum = script.checksum.hex
        row.checksumAlgorithm = script.checksum.algorithm
        return row
    }
}
