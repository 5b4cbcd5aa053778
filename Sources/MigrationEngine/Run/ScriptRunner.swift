import CQLClient
import CQLSyntax
import MigrationLog
import MigrationScripts

/// Runs the statements of one planned script: for each an intent in the log, then the statement, then its outcome.
struct ScriptRunner {
    let session: Session
    let target: TargetKeyspace
    let log: LockedLog
    let planned: PlannedScript
    let stop: StopFlag

    /// The text of a script is kept in the log up to this many bytes; a server refuses mutations of half a segment.
    private static let textLimit = 1 << 20

    /// How a script ended.
    struct Ending {
        var report: ScriptReport
        var failure: MigrationError?
        var timings: Timings
        /// Whether the log says that the script was begun.
        var hasBegun = false
    }

    /// Runs what is left of the script; the last rows are queued, for the next flush to write.
    func run() async -> Ending {
        let watch = Stopwatch(session.clock)
        var ending = Ending(
            report: ScriptReport(notRun: planned), failure: nil, timings: Timings())
        session.events(.scriptStarted(keyspace: target.name, planned))
        do throws(MigrationError) {
            try await run(&ending)
            ending.report.outcome = .applied
            queueEnd(elapsed: watch.elapsed)
        } catch {
            ending.failure = error
            if ending.hasBegun {
                ending.report.outcome = error.outcome == .unknown ? .unknown : .failed
                queueFailure(error)
            }
        }
        ending.report.elapsed = watch.elapsed
        session.events(.scriptFinished(keyspace: target.name, ending.report))
        return ending
    }

    private func run(_ ending: inout Ending) async throws(MigrationError) {
        guard !planned.remaining.isEmpty else { return queueStart(&ending) }
        var runner = StatementRunner(
            session: session, target: target, log: log, planned: planned, place: await SchemaPlace(session.cluster),
            stop: stop, entry: { entry($0) })
        do throws(MigrationError) { try await runner.begin() } catch {
            queueStart(&ending)
            throw error
        }
        // Whoever was told to stop meanwhile leaves a script that was not begun, rather than one that stands half way.
        guard !stop.isSet else {
            throw MigrationError(
                .interrupted, "interrupted before \(planned.path)",
                hint: "run the same command again: it goes on there")
        }
        queueStart(&ending)
        try await run(&runner, &ending)
    }

    private func queueStart(_ ending: inout Ending) {
        ending.hasBegun = true
        var started = entry(.scriptStarted)
        started.statements = planned.statements.count
        started.checksum = planned.checksum.hex
        started.checksumAlgorithm = planned.checksum.algorithm
        started.text = storedText
        log.queue(started)
    }

    private func run(_ runner: inout StatementRunner, _ ending: inout Ending) async throws(MigrationError) {
        for (index, statement) in planned.remaining.enumerated() {
            guard index == 0 || !stop.isSet else {
                throw MigrationError(
                    .interrupted, "interrupted before statement \(statement.number) of \(planned.path)",
                    hint: "run the same command again: it goes on there")
            }
            session.events(
                .statementStarted(
                    script: planned.path, number: statement.number, count: planned.statements.count,
                    cql: ending.report.statements[index].cql))
            let result = await runner.run(statement, &ending.report.statements[index])
            session.events(.statementFinished(script: planned.path, ending.report.statements[index]))
            ending.timings.add(runner.takeTimings())
            runner.mark(&ending.report.statements)
            if let failure = result { throw failure }
        }
        defer { runner.mark(&ending.report.statements) }
        try await runner.finish()
        ending.timings.add(runner.takeTimings())
    }

    private func queueEnd(elapsed: Duration) {
        var end = entry(planned.direction == .up ? .scriptApplied : .rolledBack)
        end.statements = planned.statements.count
        end.checksum = planned.checksum.hex
        end.checksumAlgorithm = planned.checksum.algorithm
        end.elapsedMilliseconds = elapsed.inMilliseconds
        end.agreed = planned.statements.contains { $0.statement.summary.kind == .schemaDefinition } ? true : nil
        log.queue(end)
    }

    private func queueFailure(_ error: MigrationError) {
        var end = entry(.scriptFailed)
        end.statements = planned.statements.count
        end.errorCode = error.code.rawValue
        end.errorText = error.message
        log.queue(end)
    }

    /// A row about this script.
    private func entry(_ kind: LogEntryKind) -> LogEntry {
        var entry = log.entry(kind)
        entry.target = target.name
        entry.script = planned.path
        entry.type = planned.type
        entry.version = planned.version
        entry.description = planned.script.description
        return entry
    }

    private var storedText: String {
        let source =
            planned.path == planned.script.path ? planned.script.source : planned.statements.first?.statement.source
        guard let source else { return "" }
        let text = PasswordMask.masked(source.text(in: source.contentStart..<source.bytes.count))
        guard text.utf8.count > Self.textLimit else { return text }
        let kept = String(decoding: text.utf8.prefix(Self.textLimit), as: UTF8.self)
        return "\(kept)\n-- cut here by cqlmig: \(text.utf8.count) bytes in all"
    }
}
