import FoundationEssentials
import MigrationLog
import Testing

@testable import CQLClient
@testable import MigrationEngine

/// Errors of the parts below in the terms of the engine.
@Suite struct LowerErrorTests {
    private let app = HistoryKeyspace(named: "App")

    @Test("errors of the client become those that decide the exit code")
    func client() {
        func code(_ kind: ClientError.Kind) -> MigrationError.Code {
            MigrationError(ClientError(kind), during: "reading").code
        }
        #expect(code(.authentication(.badCredentials("no"))) == .authentication)
        #expect(code(.noNodeReachable([])) == .cannotConnect)
        #expect(code(.unknownDataCenter("x", known: [])) == .cannotConnect)
        #expect(code(.connection(.closed)) == .cannotConnect)
        #expect(code(.timedOut(after: .seconds(1))) == .cannotConnect)
        #expect(code(.system("no threads")) == .cannotConnect)
        #expect(code(.cancelled) == .interrupted)
        #expect(code(.server(ServerError(.invalid, "m"))) == .clusterFailed)
        #expect(code(.tooManyRequests) == .clusterFailed)
    }

    @Test("errors of log and lock become those that decide the exit code, and name the keyspace")
    func log() {
        let holder = LockHolder(
            owner: UUID(), host: "build-7", pid: 4711, operatorName: "ann", ciURL: "https://ci/1",
            since: Date(timeIntervalSince1970: 1_763_712_000), renewed: .now, expiresInSeconds: 42)
        let entry = LogEntry(seq: 3, id: UUID(), at: .now, kind: .lockAcquired)
        let vectors: [(LogError, MigrationError.Code, String)] = [
            (
                .notInitialised(keyspace: "App", missing: ["a", "b"]), .notInitialised,
                "keyspace App has no table a and no table b"
            ),
            (
                .tablesDiffer(table: "t", keyspace: "App", nodes: ["n"]), .noSchemaAgreement,
                "nodes have different tables by the name of App.t: n"
            ),
            (.lockHeld(holder), .lockHeld, "the lock of App is held by ann on build-7 (process 4711, https://ci/1)"),
            (.lockLost(.taken), .lockLost, "the lock of App belongs to somebody else now"),
            (.lockLost(.expired), .lockLost, "the lock of App could not be renewed in time"),
            (.lockLost(.unknown), .lockLost, "it is not known whether the lock of App was taken"),
            (.fenced(by: nil), .lockLost, "somebody else has written to the log of App: the lock is lost"),
            (.fenced(by: entry), .lockLost, "somebody else has written to the log of App (lock-acquired by ? on ?)"),
            (
                .appendUnknown(ClientError(.timedOut(after: .seconds(1)))), .logFailed,
                "the log of App may or may not have its last row"
            ),
            (.interrupted, .interrupted, "interrupted while waiting for the lock of App"),
            (
                .client(ClientError(.authentication(.badCredentials("no")))), .authentication,
                "it refused the user or the password: no"
            ),
        ]
        for (error, code, message) in vectors {
            let migrationError = MigrationError(error, in: app)
            #expect(migrationError.code == code)
            #expect(migrationError.message.hasPrefix(message), "\(migrationError.message)")
        }
    }

    @Test("an append that is left open says so")
    func openAppend() {
        let error = MigrationError(.appendUnknown(ClientError(.timedOut(after: .seconds(1)))), in: app)
        #expect(error.outcome == .unknown)
    }

    @Test("a holder is told with all that is known of it")
    func holder() {
        let since = Date(timeIntervalSince1970: 1_763_712_000)
        let holder = LockHolder(
            owner: UUID(), host: "build-7", pid: 4711, operatorName: "ann", ciURL: nil, since: since, renewed: since,
            expiresInSeconds: nil)
        #expect(holder.summary == "ann on build-7 (process 4711) since 2025-11-21T08:00:00Z")
    }

    @Test("nodes that differ are named")
    func disagreement() {
        let nodes = (1...3).map { number in
            NodeID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number))))
        }
        let disagreement = SchemaDisagreement(
            coordinator: nodes[0], versions: [nodes[0]: UUID(), nodes[1]: UUID(), nodes[2]: nil],
            waited: .milliseconds(90_250))
        #expect(
            MigrationError(disagreement, addresses: ["a:1", "b:1"]).message
                == "the nodes do not agree on the schema after 90.250 s: a:1, b:1 differ from the coordinator")
        #expect(
            MigrationError(disagreement, addresses: ["a:1"]).message.hasSuffix(": a:1 differs from the coordinator"))
        #expect(MigrationError(disagreement, addresses: []).message.contains(nodes[1].description))
    }

    @Test("durations in sentences")
    func durations() {
        #expect(Duration.seconds(90).seconds == "90 s")
        #expect(Duration.milliseconds(1250).seconds == "1.250 s")
        #expect(Duration.milliseconds(5).seconds == "0.005 s")
        #expect(Duration.zero.seconds == "0 s")
        #expect(Duration.seconds(2).inMilliseconds == 2000)
    }

    @Test("a keyspace is created as the configuration says, whatever its name and options hold")
    func createKeyspace() {
        let creation = TargetKeyspace.Creation(
            replication: ["class": "NetworkTopologyStrategy", "dc'1": "3", "a": "1"], durableWrites: false)
        #expect(
            TargetKeyspace.createStatement(name: "App", creation)
                == "CREATE KEYSPACE IF NOT EXISTS \"App\" WITH replication = {'class': 'NetworkTopologyStrategy', "
                + "'a': '1', 'dc''1': '3'} AND durable_writes = false")
    }
}
