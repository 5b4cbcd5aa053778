public import CQLClient
public import FoundationEssentials

/// One row of the log: an event that happened, with everything known of it. Rows are added and never changed.
public struct LogEntry: Equatable, Sendable {
    /// Its place in the log, from 1 without a gap.
    public var seq: Int64
    /// The identity of the row itself, by which an append whose answer was lost recognises itself.
    public var id: UUID
    /// When, by the clock of the runner.
    public var at: Date
    /// What it reports.
    public var kind: LogEntryKind
    /// The run that wrote it.
    public var run: UUID?
    /// The owner of the lock under which it was written.
    public var lockOwner: UUID?
    /// The keyspace that is migrated: the log may stand in another.
    public var target: String?
    /// The path of the script, relative to the migrations folder.
    public var script: String?
    /// `versioned`, `undo`, `repeatable` or `always`.
    public var type: String?
    /// The version in its shortest form.
    public var version: String?
    /// The description from the script's name.
    public var description: String?
    /// The checksum of the script, or of its undo.
    public var checksum: String?
    /// By which algorithm the checksum was made.
    public var checksumAlgorithm: String?
    /// The number of a statement within its script, from 1.
    public var statement: Int?
    /// How many statements the script has.
    public var statements: Int?
    /// The hash of the statement.
    public var statementHash: String?
    /// What is known of the statement.
    public var outcome: Outcome?
    /// The host id of the node that ran it, or was to.
    public var coordinator: UUID?
    /// The address of that node.
    public var coordinatorAddress: String?
    /// The gossip generation of that node's process.
    public var coordinatorGeneration: Int64?
    /// How long the statement may take, in milliseconds.
    public var timeoutMilliseconds: Int64?
    /// Whether all nodes that are up agreed on the schema afterwards; nil where nobody looked.
    public var agreed: Bool?
    /// How long it took, in milliseconds.
    public var elapsedMilliseconds: Int64?
    /// How long the schema agreement took, in milliseconds.
    public var agreementMilliseconds: Int64?
    /// The tag that the operator gave the run.
    public var tag: String?
    /// The user who ran it.
    public var operatorName: String?
    /// The machine it was run on.
    public var host: String?
    /// The version of the tool.
    public var toolVersion: String?
    /// What the server warned of.
    public var warnings: [String] = []
    /// The code of the error.
    public var errorCode: String?
    /// The text of the error.
    public var errorText: String?
    /// Why an operator did it.
    public var reason: String?
    /// The replication of the history keyspace.
    public var replication: [String: String] = [:]
    /// The script's text as it ran, with passwords masked.
    public var text: String?

    /// A row with its identity; what else is known is set afterwards.
    public init(seq: Int64 = 0, id: UUID, at: Date, kind: LogEntryKind) {
        self.seq = seq
        self.id = id
        self.at = at
        self.kind = kind
    }
}
