public import CQLSyntax
public import MigrationEngine

/// Scripts, and what is known of them beforehand: what a checker holds a run against.
public struct Scenario: Sendable {
    /// A statement of the scripts, by its place and its text.
    public struct Statement: Hashable, Sendable {
        /// The path of its script.
        public let script: String
        /// Its number within the script, from 1.
        public let number: Int
        /// Its text as it is sent.
        public let cql: String
        /// Whether it comes to the same when it runs twice.
        public let isRepeatable: Bool
    }

    /// What it is called.
    public let name: String
    /// The texts of the scripts by their names.
    public let scripts: [String: String]
    /// Every statement, in the order in which they have to run.
    public let statements: [Statement]
    /// When the nodes are waited for to agree.
    public let mode: EngineConfiguration.AgreementMode
    /// What the nodes play.
    public let release: CassandraRelease
    /// The tables whose rows are compared.
    public let tables: [String]

    /// The keyspace that is migrated, and which holds the log.
    public static let keyspace = "shop"

    /// - Parameter repeatable: The beginnings of the statements that come to the same when they run twice.
    init(
        _ name: String, _ scripts: [(name: String, cql: String)], mode: EngineConfiguration.AgreementMode,
        release: CassandraRelease = .v50, tables: [String], repeatable: [String]
    ) {
        self.name = name
        self.mode = mode
        self.release = release
        self.tables = tables
        self.scripts = Dictionary(uniqueKeysWithValues: scripts.map { ($0.name, $0.cql) })
        statements = scripts.flatMap { script in
            ParsedScript(SourceText(name: script.name, text: script.cql)).up.enumerated().map { index, statement in
                Statement(
                    script: script.name, number: index + 1, cql: statement.text,
                    isRepeatable: repeatable.contains { statement.text.hasPrefix($0) })
            }
        }
    }
}

extension Scenario.Statement: CustomStringConvertible {
    /// Where it stands.
    public var description: String { "\(script):\(number)" }
}
