import ArgumentParsing
import CQLNode
import CQLSyntax
import Configuration
import EventLoop
import FoundationEssentials

/// `cqlmig sandbox`: the embedded node, until somebody stops it.
struct SandboxCommand: Command {
    static let definition = CommandDefinition(
        "sandbox", group: "Try out", summary: "Serve an in-memory Cassandra until interrupted, for trying and testing",
        discussion: """
            Nodes listen on 127.0.0.1, 127.0.0.2 and so on, all at one port, and speak version 4 of the native protocol. \
            What they hold is gone when the command ends. The contact points are printed as soon as all nodes listen.

            A fault says what goes wrong: REACTION [when CONDITION] [after N] [times N], for example 'lose-reply when \
            kind schema-definition times 1', 'error write-timeout applied when kind conditional-modification', 'pause \
            10s when node 2 and opcode QUERY'. All reactions and conditions are in Docs/sandbox.md.
            """,
        options: [
            .value("nodes", "N", section: SharedOptions.section, "How many nodes the cluster has", defaultText: "1"),
            .value(
                "port", "N", section: SharedOptions.section, "The port of every node; 0: one that is free",
                defaultText: "9042"),
            .choice(
                "release", of: CassandraRelease.allCases.map(\.rawValue), section: SharedOptions.section,
                "The release of Cassandra that the nodes play", defaultText: "5.0"),
            .value(
                "schema-delay", "DURATION", section: SharedOptions.section,
                "How long a schema change takes to the other nodes", defaultText: "150ms"),
            OptionDefinition(
                name: "fault", kind: .repeated, placeholder: "SPEC", section: SharedOptions.section,
                help: "What goes wrong; may be repeated"),
        ],
        examples: [
            .init("cqlmig sandbox"),
            .init("cqlmig sandbox --nodes 3 --release 4.1 --port 9142"),
            .init("cqlmig sandbox --fault \"drop when verb 'CREATE TABLE' after 1 times 1\""),
        ])
    private let nodes: Int
    private let port: UInt16
    private let release: CassandraRelease
    private let schemaDelay: Duration
    private let faults: [Fault]

    /// As many nodes as the addresses behind 127.0.0.1 are used for.
    private static let mostNodes = 32

    init(_ line: ParsedCommandLine) throws(UsageError) {
        nodes = try Self.number(line, "nodes", 1...Self.mostNodes) ?? 1
        port = UInt16(clamping: try Self.number(line, "port", 0...65535) ?? 9042)
        release = line.string("release").flatMap { CassandraRelease(rawValue: $0) } ?? .v50
        schemaDelay = try Self.delay(line) ?? .milliseconds(150)
        var faults: [Fault] = []
        for text in line.strings("fault") { faults.append(try Self.fault(text)) }
        self.faults = faults
    }

    private static func number(
        _ line: ParsedCommandLine, _ option: String, _ range: ClosedRange<Int>
    ) throws(UsageError) -> Int? {
        guard let text = line.string(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                .invalidValue,
                "--\(option) needs a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
        }
        return number
    }

    private static func delay(_ line: ParsedCommandLine) throws(UsageError) -> Duration? {
        guard let text = line.string("schema-delay") else { return nil }
        do throws(ValueError) { return try DurationText.parse(text) } catch {
            throw UsageError(.invalidValue, "--schema-delay \(error.message)")
        }
    }

    private static func fault(_ text: String) throws(UsageError) -> Fault {
        do throws(FaultSyntaxError) { return try Fault(text) } catch {
            throw UsageError(
                .invalidValue, "--fault '\(text)', column \(error.column): \(error.message)",
                hint: "Docs/sandbox.md lists the reactions and conditions")
        }
    }

    func run(in context: CommandContext) async throws(CommandFailure) -> CommandResult {
        let startTime = Int64(context.surroundings.now().timeIntervalSince1970 * 1_000_000)
        var plan = ClusterPlan(nodes: nodes, release: release, startTime: startTime)
        plan.schemaDelay = schemaDelay
        plan.faults = faults
        let server: SandboxServer
        do throws(SystemError) { server = try await SandboxServer.start(plan, port: port) } catch {
            throw CommandFailure(
                .local,
                Complaint(
                    code: "cannot-listen", "the embedded nodes cannot be started: \(error)",
                    hint: "--port 0 takes a port that is free"))
        }
        let document = SandboxDocument(release: release, contactPoints: await server.addresses.map(\.description))
        context.print(document, of: Self.definition.name)
        // A signal cancels the task: that is the end that is meant.
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
        await server.stop()
        return CommandResult(document, isPrinted: true)
    }
}
