import CQLClient
import Testing

@testable import MigrationEngine

@Suite struct ReplicationCheckTests {
    private static let simple = "org.apache.cassandra.locator.SimpleStrategy"
    private static let network = "org.apache.cassandra.locator.NetworkTopologyStrategy"

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let replication: [String: String]
        var dataCenters = ["dc1": 3]
        var serial = Consistency.serial
        var local: String? = "dc1"
        var isHistory = true
        /// The beginnings of the messages behind `keyspace log `, with their results.
        let expected: [(DoctorFinding.Result, String)]
    }

    static let cases = [
        Case(
            testDescription: "three replicas in one data centre are fine",
            replication: ["class": network, "dc1": "3"],
            expected: [(.ok, "is replicated by NetworkTopologyStrategy, dc1: 3")]),
        Case(
            testDescription: "SimpleStrategy with one replica is two warnings",
            replication: ["class": simple, "replication_factor": "1"], dataCenters: ["dc1": 1],
            expected: [(.warning, "uses SimpleStrategy"), (.warning, "has one replica: ")]),
        Case(
            testDescription: "SimpleStrategy over two data centres is a problem",
            replication: ["class": simple, "replication_factor": "3"], dataCenters: ["dc1": 3, "dc2": 3],
            expected: [(.problem, "uses SimpleStrategy")]),
        Case(
            testDescription: "of two replicas none may be down", replication: ["class": network, "dc1": "2"],
            expected: [(.warning, "has 2 replicas, of which a quorum is all")]),
        Case(
            testDescription: "a data centre that no node has",
            replication: ["class": network, "dc1": "3", "dc9": "3"],
            expected: [(.problem, "has replicas in the data centre dc9, which no node has; there is dc1")]),
        Case(
            testDescription: "more replicas than nodes, with and without a quorum",
            replication: ["class": network, "dc1": "3", "dc2": "3"], dataCenters: ["dc1": 2, "dc2": 1],
            expected: [
                (.warning, "has 3 replicas in dc1, which has 2 nodes"),
                (.problem, "has 3 replicas in dc2, which has 1 node"),
            ]),
        Case(
            testDescription: "a quorum of the local data centre is what the log is written with",
            replication: ["class": network, "dc1": "1", "dc2": "3"], dataCenters: ["dc1": 3, "dc2": 3],
            expected: [(.warning, "has one replica in dc1: ")]),
        Case(
            testDescription: "no replica where the tool writes",
            replication: ["class": network, "dc2": "3"], dataCenters: ["dc1": 3, "dc2": 3],
            expected: [(.problem, "has no replica in dc1, where LOCAL_QUORUM needs them")]),
        Case(
            testDescription: "LOCAL_SERIAL over two data centres",
            replication: ["class": network, "dc1": "3", "dc2": "3"], dataCenters: ["dc1": 3, "dc2": 3],
            serial: .localSerial,
            expected: [(.warning, "is in several data centres, and LOCAL_SERIAL decides within one")]),
        Case(
            testDescription: "LOCAL_SERIAL without a data centre",
            replication: ["class": network, "dc1": "3"], serial: .localSerial, local: nil,
            expected: [
                (.problem, "is locked with LOCAL_SERIAL, and no data centre is configured")
            ]),
        Case(
            testDescription: "a transient replica counts", replication: ["class": network, "dc1": "3/1"],
            expected: [(.ok, "is replicated by NetworkTopologyStrategy, dc1: 3/1")]),
        Case(
            testDescription: "of a target little is asked",
            replication: ["class": simple, "replication_factor": "1"], isHistory: false,
            expected: [(.ok, "is replicated by SimpleStrategy, replication_factor: 1")]),
    ]

    @Test("each replication has its judgement", arguments: cases)
    func judgement(item: Case) throws {
        let found = findings(item, logged: nil)
        #expect(found.map(\.result) == item.expected.map(\.0), "\(found)")
        for (finding, expected) in zip(found, item.expected) {
            #expect(finding.message.hasPrefix("keyspace log \(expected.1)"), "\(finding.message)")
        }
    }

    @Test("a replication that changed since the log was written wants a repair")
    func changed() throws {
        let item = try #require(Self.cases.first)
        let found = findings(item, logged: ["class": Self.network, "dc1": "1"])
        #expect(found.map(\.result) == [.warning])
        #expect(
            found.first?.message
                == "keyspace log was replicated by NetworkTopologyStrategy, dc1: 1 when its log was last written, and is "
                + "now by NetworkTopologyStrategy, dc1: 3: replicas that are new may be empty")
        #expect(findings(item, logged: item.replication).map(\.result) == [.ok])
    }

    @Test("the hint is a statement for the nodes that there are")
    func hint() throws {
        let found = findings(Self.cases[2], logged: nil)
        #expect(
            found.first?.hint
                == "ALTER KEYSPACE log WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3, 'dc2': 3}; then "
                + "`nodetool repair -full log` on every node")
    }

    private func findings(_ item: Case, logged: [String: String]?) -> [DoctorFinding] {
        let demands = ReplicationCheck.Demands(
            consistency: .localQuorum, serialConsistency: item.serial, localDataCenter: item.local, logged: logged)
        return ReplicationCheck(
            keyspace: "log", replication: item.replication, usesTablets: false, dataCenters: item.dataCenters,
            demands: item.isHistory ? demands : nil
        ).findings
    }
}
