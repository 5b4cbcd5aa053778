import CQLClient
import Testing

@testable import MigrationEngine

/// The checks of the nodes themselves.
@Suite struct ClusterCheckTests {
    private static func node(
        _ number: Int, _ state: NodeFacts.State = .up, release: String = "5.0.9", offset: Duration = .zero,
        roundTrip: Duration = .milliseconds(10)
    ) -> NodeFacts {
        NodeFacts(
            place: "10.0.0.\(number):9042", dataCenter: "dc1", state: state, release: ReleaseVersion(release),
            schemaVersion: "v1", clock: state == .up ? .init(offset: offset, roundTrip: roundTrip) : nil)
    }

    private func clocks(
        _ nodes: NodeFacts..., ttl: Duration = .seconds(60), decides: Bool = true
    ) -> [DoctorFinding] {
        ClockCheck(nodes: .known(nodes), lockTTL: ttl, decidesSchema: decides).findings
    }

    @Test("Amazon Keyspaces is a problem, a release before 3.11 and other servers are warned of")
    func platforms() {
        let results = { (platform: Platform) in
            PlatformCheck(platform: platform, coordinator: "10.0.0.1:9042").findings.map(\.result)
        }
        #expect(results(.keyspaces) == [.problem])
        #expect(results(.cassandra(ReleaseVersion(3, 0, 29))) == [.warning])
        #expect(results(.cassandra(ReleaseVersion(3, 11, 19))) == [.ok])
        #expect(results(.scylla(version: "6.2")) == [.warning])
    }

    @Test("a node that is down is a problem, one that cannot be asked a warning; both are named")
    func nodes() {
        let check = NodeCheck(
            nodes: .known([
                Self.node(1), Self.node(2, .down(reason: "it refuses connections")),
                Self.node(3, .unreachable(reason: "no answer")),
            ]))
        #expect(check.findings.map(\.result) == [.problem, .warning])
        #expect(
            check.findings.map(\.message) == [
                "10.0.0.2:9042 (dc1) is down: it refuses connections",
                "10.0.0.3:9042 (dc1) cannot be asked from here: no answer",
            ])
        #expect(NodeCheck(nodes: .unknown("the coordinator is silent")).findings.map(\.result) == [.unknown])
        #expect(NodeCheck(nodes: .known([Self.node(1)])).findings.map(\.message) == ["1 up: 10.0.0.1:9042 (dc1)"])
    }

    @Test("two releases are a problem, with the nodes of each")
    func releases() {
        let mixed = ReleaseCheck(nodes: .known([Self.node(1), Self.node(2, release: "4.1.10"), Self.node(3)])).findings
        #expect(mixed.map(\.result) == [.problem])
        #expect(
            mixed.first?.message
                == "the nodes run different releases: 5.0.9 on 10.0.0.1:9042, 10.0.0.3:9042; 4.1.10 on 10.0.0.2:9042")
        #expect(
            ReleaseCheck(nodes: .known([Self.node(1), Self.node(2)])).findings.map(\.message) == [
                "every node runs 5.0.9"
            ])
    }

    @Test("6.0-alpha2 and 6.0.0-alpha2 are one release")
    func spellings() {
        let check = ReleaseCheck(
            nodes: .known([Self.node(1, release: "6.0-alpha2"), Self.node(2, release: "6.0.0-alpha2")]))
        #expect(check.findings.map(\.message) == ["every node runs 6.0-alpha2"])
    }

    @Test("nodes with different schemas are named with what they have")
    func agreement() {
        let found = AgreementCheck(
            versions: .known(SchemaVersions(versions: ["b": "v2", "a": "v1", "c": nil], waited: .seconds(5)))
        ).findings
        #expect(found.map(\.result) == [.problem])
        #expect(
            found.first?.message == "the nodes do not agree after 5 s: a has v1, b has v2, c has not told")
        let fine = AgreementCheck(versions: .known(SchemaVersions(versions: ["a": "v1", "b": "v1"], waited: .zero)))
        #expect(fine.findings.map(\.message) == ["2 nodes have v1"])
    }

    @Test("clocks within the round trip are not found fault with")
    func clocksThatAgree() {
        #expect(
            clocks(Self.node(1, offset: .milliseconds(4)), Self.node(2, offset: .milliseconds(-6))).map(\.message)
                == ["at most 0.020 s between any two of the nodes and this machine"])
        // A second apart, and either may have been read at the other end of its round trip.
        #expect(
            clocks(
                Self.node(1, offset: .seconds(1), roundTrip: .seconds(1)), Self.node(2, roundTrip: .seconds(1))
            ).map(\.result) == [.ok])
    }

    @Test("a node ahead of another is warned of, and a problem when it eats a third of the lock's time")
    func clocksOfNodes() {
        let small = clocks(Self.node(1, offset: .milliseconds(800)), Self.node(2))
        #expect(small.map(\.result) == [.warning])
        #expect(small.first?.message.hasPrefix("10.0.0.1:9042 is at least 0.790 s ahead of 10.0.0.2:9042") == true)
        #expect(small.first?.message.contains("may have no effect") == true)
        let large = clocks(Self.node(1), Self.node(2, offset: .seconds(-21)), decides: false)
        #expect(large.map(\.result) == [.problem])
        #expect(large.first?.message.contains("may have no effect") == false)
    }

    @Test("this machine's clock is held against all nodes", arguments: [(5, "behind"), (-5, "ahead of")])
    func clockHere(offset: Int, word: String) {
        let found = clocks(Self.node(1, offset: .seconds(offset)), Self.node(2, offset: .seconds(offset)))
        #expect(found.map(\.result) == [.warning])
        #expect(found.first?.message.hasPrefix("the clock of this machine is at least 4.995 s \(word) those") == true)
    }

    @Test("without a node that answers the clocks are unknown")
    func noClocks() { #expect(clocks(Self.node(1, .down(reason: "x"))).map(\.result) == [.unknown]) }
}
