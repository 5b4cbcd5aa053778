import CQLClient
import FoundationEssentials
import LiveSchema
import Testing

@testable import MigrationEngine

@Suite struct OutcomeInquiryTests {
    private let begin = ContinuousClock.now
    private static let node = NodeID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
    private let conflict = SchemaConflict("type of column v of table k.t", asked: "text", found: "int")

    /// An inquiry after a statement whose time is over 60 s after its beginning, made at its beginning.
    private func inquiry(_ coordinator: NodeID? = node) -> OutcomeInquiry {
        OutcomeInquiry(
            OutcomeInquiry.Intent(coordinator: coordinator, generation: 7, over: begin + .seconds(60)),
            patience: .seconds(10), now: begin)
    }

    private func time(_ seconds: Int) -> ContinuousClock.Instant { begin + .seconds(seconds) }

    @Test("the coordinator is asked first, then agreement is waited for, then the nodes are read")
    func order() {
        var inquiry = inquiry()
        #expect(inquiry.start() == .probe(Self.node))
        #expect(inquiry.probed(.answers(generation: 7), now: time(1)) == .awaitAgreement)
        #expect(inquiry.agreed() == .read)
        #expect(inquiry.read(.landed, now: time(2)) == .finish(.landed))
    }

    @Test(
        "what is on every node has landed, whatever the coordinator says",
        arguments: [
            NodeSign.answers(generation: 7), .answers(generation: 8), .refuses, .silent("it is paused"),
        ])
    func landed(sign: NodeSign) {
        var inquiry = inquiry()
        _ = inquiry.probed(sign, now: time(1))
        #expect(inquiry.read(.landed, now: time(2)) == .finish(.landed))
    }

    @Test("a coordinator that lives may still run it until its time is over")
    func early() {
        var inquiry = inquiry()
        _ = inquiry.probed(.answers(generation: 7), now: time(1))
        #expect(inquiry.read(.notLanded("no table"), now: time(2)) == .wait(until: time(7)))
        #expect(inquiry.timerFired() == .probe(Self.node))
        _ = inquiry.probed(.answers(generation: 7), now: time(57))
        #expect(inquiry.read(.notLanded("no table"), now: time(58)) == .wait(until: time(60)))
    }

    @Test("a coordinator that has handed it on may be outlived by it: its death ends nothing before the time is over")
    func handedOn() {
        var intent = OutcomeInquiry.Intent(coordinator: Self.node, generation: 7, over: time(60))
        intent.isHandedOn = true
        var inquiry = OutcomeInquiry(intent, patience: .seconds(10), now: begin)
        _ = inquiry.probed(.refuses, now: time(1))
        #expect(inquiry.read(.notLanded("no table"), now: time(2)) == .wait(until: time(7)))
        _ = inquiry.probed(.refuses, now: time(58))
        #expect(inquiry.read(.notLanded("no table"), now: time(59)) == .wait(until: time(60)))
        #expect(
            inquiry.read(.notLanded("no table"), now: time(60)) == .finish(.notLanded(.dead, found: "no table")))
    }

    @Test("it has not landed when the coordinator answers after the time and no node has it")
    func notLanded() {
        var inquiry = inquiry()
        _ = inquiry.probed(.answers(generation: 7), now: time(60))
        #expect(
            inquiry.read(.notLanded("no table"), now: time(61))
                == .finish(.notLanded(.lives, found: "no table")))
    }

    @Test("an answer from before the end of the time is not enough, however late the nodes are read")
    func answeredTooEarly() {
        var inquiry = inquiry()
        _ = inquiry.probed(.answers(generation: 7), now: time(59))
        guard case .wait = inquiry.read(.notLanded("no table"), now: time(62)) else {
            Issue.record("the coordinator was not asked again")
            return
        }
    }

    @Test("a dead process runs nothing more", arguments: [NodeSign.refuses, .answers(generation: 8)])
    func dead(sign: NodeSign) {
        var inquiry = inquiry()
        _ = inquiry.probed(sign, now: time(1))
        #expect(
            inquiry.read(.notLanded("no table"), now: time(2)) == .finish(.notLanded(.dead, found: "no table")))
    }

    @Test("silence is neither: the question stays open")
    func silent() {
        var inquiry = inquiry()
        _ = inquiry.probed(.silent("it took the connection"), now: time(61))
        #expect(inquiry.read(.notLanded("no table"), now: time(62)) == .wait(until: time(63)))
        _ = inquiry.probed(.silent("it took the connection"), now: time(70))
        #expect(
            inquiry.read(.notLanded("no table"), now: time(70))
                == .finish(.open("no table, but its coordinator may still run it: it took the connection")))
    }

    @Test("without a coordinator to ask nothing can be said not to have landed")
    func noCoordinator() {
        let inquiry = inquiry(nil)
        #expect(inquiry.start() == .awaitAgreement)
        #expect(
            inquiry.read(.notLanded("no table"), now: time(71))
                == .finish(.open("no table, but its coordinator may still run it: it was not asked")))
    }

    @Test("a silent coordinator is forgotten when it answers")
    func wakesUp() {
        var inquiry = inquiry()
        _ = inquiry.probed(.silent("it is paused"), now: time(61))
        _ = inquiry.read(.notLanded("no table"), now: time(62))
        _ = inquiry.probed(.answers(generation: 7), now: time(64))
        #expect(inquiry.read(.landed, now: time(65)) == .finish(.landed))
    }

    @Test("nodes that do not agree, or differ, are waited for, and then the question stays open")
    func disagreement() {
        let inquiry = inquiry()
        #expect(inquiry.disagreed("n2 differs", now: time(20)) == .wait(until: time(21)))
        #expect(inquiry.disagreed("n2 differs", now: time(70)) == .finish(.open("n2 differs")))
        #expect(inquiry.read(.unclear("n2 has it"), now: time(20)) == .wait(until: time(21)))
        #expect(inquiry.read(.unclear("n2 has it"), now: time(70)) == .finish(.open("n2 has it")))
    }

    @Test("what else stands there, and what cannot be read, is said at once")
    func conflicting() {
        let inquiry = inquiry()
        #expect(inquiry.read(.conflicting([conflict]), now: time(1)) == .finish(.conflicting([conflict])))
        #expect(inquiry.read(.undecidable("no row"), now: time(1)) == .finish(.open("no row")))
    }
}
