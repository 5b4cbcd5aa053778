import CQLClient
import FoundationEssentials
import LiveSchema
public import MigrationLog
import MigrationScripts

/// Errors of the parts below in the terms of the engine.
extension MigrationError {
    init(_ error: ScriptError) {
        let unreadable = error.problems.filter { Self.isAboutThisMachine($0) }
        guard unreadable.isEmpty else {
            self.init(
                .local,
                unreadable.count == 1 ? "a script cannot be read" : "\(unreadable.count) scripts cannot be read",
                hint: "nothing was sent to the cluster", problems: error.problems)
            return
        }
        self.init(
            .invalidScripts,
            error.problems.count == 1 ? "a script is not valid" : "\(error.problems.count) problems in the scripts",
            hint: "correct the files; nothing was sent to the cluster", problems: error.problems)
    }

    /// Whether a file is out of reach, rather than wrong.
    private static func isAboutThisMachine(_ problem: ScriptProblem) -> Bool {
        [.unreadableFile, .unreadableFolder, .digest].contains(problem.code)
    }

    /// A failure of the cluster outside of the statements of scripts.
    init(_ error: ClientError, during step: String) {
        switch error.kind {
        case .authentication:
            self.init(.authentication, "\(error)", hint: "give a user and a password that the cluster knows")
        case .noNodeReachable, .unknownDataCenter:
            self.init(.cannotConnect, "\(error)", hint: "check the contact points, the port and the data centre")
        case .connection, .timedOut, .system:
            self.init(.cannotConnect, "\(step): \(error)")
        case .cancelled:
            self.init(.interrupted, "interrupted during: \(step)")
        case .server, .unreadable, .unwritable, .tooManyRequests:
            // A refusal is known to have changed nothing; of everything else this step does not say more.
            self.init(
                .clusterFailed, "\(step): \(error)", outcome: error.outcome == .rejected ? .rejected : nil)
        }
    }

    /// A schema that could not be read.
    init(_ error: LiveSchemaError, during step: String) {
        switch error {
        case .client(let error): self.init(error, during: step)
        case .unreadable: self.init(.unsupportedSchema, "\(step): \(error)")
        case .changing:
            self.init(
                .clusterFailed, "\(step): \(error)", hint: "wait until nobody changes the schema, then run this again")
        }
    }

    /// A failure of log or lock.
    init(_ error: LogError, in keyspace: HistoryKeyspace) {
        switch error {
        case .notInitialised(let name, let missing):
            self.init(
                .notInitialised, "keyspace \(name) has no table \(missing.joined(separator: " and no table "))",
                hint: "run `cqlmig init` once for this keyspace")
        case .tablesDiffer(let table, let name, let nodes):
            self.init(
                .noSchemaAgreement,
                "nodes have different tables by the name of \(name).\(table): \(nodes.joined(separator: ", "))",
                hint: "restart those nodes one by one, then see whether `nodetool describecluster` shows one version")
        case .lockHeld(let holder):
            self.init(
                .lockHeld, "the lock of \(keyspace) is held by \(holder.summary)",
                hint: "wait for it with --lock-wait, or look at it with `cqlmig repair --list`")
        case .lockLost(let loss):
            let what =
                switch loss {
                case .taken: "the lock of \(keyspace) belongs to somebody else now"
                case .expired: "the lock of \(keyspace) could not be renewed in time"
                case .unknown: "it is not known whether the lock of \(keyspace) was taken"
                }
            self.init(
                .lockLost, what, hint: "see what the other run does with `cqlmig history`, then run this again")
        case .fenced(let entry):
            let who = entry.map { " (\($0.kind.rawValue) by \($0.operatorName ?? "?") on \($0.host ?? "?"))" } ?? ""
            self.init(
                .lockLost, "somebody else has written to the log of \(keyspace)\(who): the lock is lost",
                hint: "see what the other run does with `cqlmig history`, then run this again")
        case .appendUnknown(let error):
            self.init(
                .logFailed, "the log of \(keyspace) may or may not have its last row: \(error)",
                hint: "run the same command again: it reads the log first", outcome: .unknown)
        case .disagreement(let disagreement):
            self.init(disagreement, addresses: [])
        case .interrupted:
            self.init(.interrupted, "interrupted while waiting for the lock of \(keyspace)")
        case .client(let error):
            self.init(error, during: "the log of \(keyspace)")
        }
    }

    /// The nodes did not come to agree.
    init(_ disagreement: SchemaDisagreement, addresses: [String]) {
        let nodes = addresses.isEmpty ? disagreement.dissenters.map(\.description) : addresses
        self.init(
            .noSchemaAgreement,
            "the nodes do not agree on the schema after \(disagreement.waited.seconds): \(nodes.joined(separator: ", "))"
                + (nodes.count == 1 ? " differs from the coordinator" : " differ from the coordinator"),
            hint: "see `nodetool describecluster`; when the nodes agree, run this again")
    }
}

extension LockHolder {
    /// `ann on build-7 (process 4711) since 2026-11-21 08:00:00 UTC`.
    public var summary: String {
        let ci = ciURL.map { ", \($0)" } ?? ""
        let end = expiresInSeconds.map { "; it ends in \($0) s unless it is renewed" } ?? ""
        return "\(operatorName) on \(host) (process \(pid)\(ci)) since \(since.formatted(.iso8601))\(end)"
    }
}
