import ArgumentParsing
import CQLSyntax
import Configuration
import MigrationEngine
import SchemaModel

/// `cqlmig diff`: what differs between two schemas.
struct DiffCommand: Command {
    static let definition = CommandDefinition(
        "diff", group: "Look", summary: "Compare two schemas, and print the statements between them",
        discussion: """
            A side is keyspace:NAME on the cluster, profile:NAME for the keyspace of a profile on its cluster, a folder of \
            migrations, which is replayed without a server, or a file of CQL such as a snapshot. Files are read by the \
            rules of the cluster on the other side; between two of them, by those of --release. The names of two \
            keyspaces may differ. The tool's own tables are left out.
            """,
        options: [
            .value(
                "from", "SIDE", section: SharedOptions.section, "The schema to start from",
                defaultText: "the migrations folder"),
            .value(
                "to", "SIDE", section: SharedOptions.section, "The schema to compare it with",
                defaultText: "the live keyspace"),
            .flag(
                "cql", section: SharedOptions.section,
                "Print the statements that turn the first schema into the second"),
            .choice(
                "release", of: CassandraRelease.allCases.map(\.rawValue), section: SharedOptions.section,
                "The release of Cassandra that files are read for"),
        ] + SettingOptions.connecting,
        examples: [
            .init("cqlmig diff", "what differs between the migrations and the live keyspace"),
            .init("cqlmig diff --from profile:dev --to profile:prod"),
            .init("cqlmig diff --from keyspace:shop --to schema.cql --cql"),
        ],
        exitCodes: [
            .init(1, "the schemas differ"),
            .init(8, "there is no such keyspace"),
        ])
    static let onlyReads = true

    private let from: SchemaSide?
    private let to: SchemaSide?
    private let showsCQL: Bool
    private let release: CassandraRelease?

    init(_ line: ParsedCommandLine) throws(UsageError) {
        from = try Self.side("from", line)
        to = try Self.side("to", line)
        showsCQL = line.flag("cql")
        release = line.release("release")
    }

    private static func side(_ option: String, _ line: ParsedCommandLine) throws(UsageError) -> SchemaSide? {
        guard let text = line.string(option) else { return nil }
        return try SchemaSide(text, of: line.spelling(of: option) ?? "--\(option)")
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let settings = try context.settings(.files)
        let from = from ?? .path(settings.directory)
        let to: SchemaSide
        if let given = self.to {
            to = given
        } else {
            to = .keyspace(try SchemaSides.onlyKeyspace(settings, for: "a comparison with the live keyspace"))
        }
        let sides = try await SchemaSides(context: context, release: release).read(from, to)
        let document = DiffDocument(
            from: from.label, to: to.label, isLive: from.isLive, schemas: (sides.from, sides.to), showsCQL: showsCQL)
        return CommandResult(document, exit: document.differences.isEmpty ? .done : .finding)
    }
}
