import FoundationEssentials
import Testing

@testable import CQLClient

@Suite struct SchemaAgreementMachineTests {
    typealias Action = SchemaAgreementMachine.Action

    private let start = ContinuousClock.now
    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    // The coordinator sorts first.
    private let home = node(1)
    private let near = node(2)
    private let far = node(3)
    private let old = version(1)
    private let new = version(2)

    private static func node(_ number: UInt8) -> NodeID { NodeID(version(number)) }
    private static func version(_ number: UInt8) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number))
    }

    /// A machine that has asked, its questions under way.
    private func asking(
        reachable: [NodeID]? = nil, unreachable: [NodeID] = [], down: Set<NodeID> = [],
        announcedDown: Set<NodeID> = [], timeout: Duration = .seconds(90)
    ) -> SchemaAgreementMachine {
        var machine = SchemaAgreementMachine(
            coordinator: home, reachable: reachable ?? [near, far], unreachable: unreachable, down: down,
            announcedDown: announcedDown, timeout: timeout, now: start)
        _ = machine.start(now: start)
        return machine
    }

    private func agreed(_ version: UUID, without: [NodeID] = []) -> [Action] {
        [.finish(.agreed(version, without: without))]
    }

    // MARK: Agreement

    @Test("every node is asked at once, the coordinator too, and the next round is 4 ms away")
    func begins() {
        var machine = SchemaAgreementMachine(
            coordinator: home, reachable: [far, near], timeout: .seconds(90), now: start)
        #expect(machine.start(now: start) == [.ask(home), .ask(near), .ask(far), .setTimer(at(4))])
    }

    @Test("nodes that agree at once are done at the last answer")
    func agreesAtOnce() {
        var machine = asking()
        #expect(machine.answered(far, version: new, now: at(1)) == [])
        #expect(machine.answered(home, version: new, now: at(1)) == [])
        #expect(machine.answered(near, version: new, now: at(2)) == agreed(new))
    }

    @Test("a coordinator alone agrees with itself")
    func alone() {
        var machine = asking(reachable: [])
        #expect(machine.answered(home, version: new, now: at(1)) == agreed(new))
    }

    @Test("after the verdict nothing is done any more")
    func finished() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        #expect(machine.answered(near, version: old, now: at(2)) == [])
        #expect(machine.schemaChanged(at: near, now: at(2)) == [])
        #expect(machine.timerFired(now: at(99_000)) == [])
        #expect(machine.wentDown(near, now: at(2)) == [])
        #expect(machine.becameUnreachable(home, now: at(2)) == [])
        #expect(machine.becameReachable(near, now: at(2)) == [])
        #expect(machine.announcedDown(near, now: at(2)) == [])
        #expect(machine.peersAnswered([near: old], now: at(2)) == [])
    }

    @Test("a late node is asked again alone, save for the coordinator, which is asked in every round")
    func lateNode() {
        var machine = asking()
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        _ = machine.answered(far, version: old, now: at(1))
        #expect(machine.timerFired(now: at(4)) == [.ask(home), .ask(far), .setTimer(at(12))])
        _ = machine.answered(home, version: new, now: at(5))
        #expect(machine.answered(far, version: new, now: at(6)) == agreed(new))
    }

    @Test("nobody agrees with a version that the coordinator has left behind")
    func coordinatorMovesOn() {
        let newer = Self.version(3)
        var machine = asking()
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        _ = machine.answered(far, version: old, now: at(1))
        _ = machine.timerFired(now: at(4))
        #expect(machine.answered(home, version: newer, now: at(5)) == [])
        #expect(machine.answered(far, version: newer, now: at(6)) == [])
        #expect(machine.timerFired(now: at(12)) == [.ask(home), .ask(near), .setTimer(at(28))])
        _ = machine.answered(home, version: newer, now: at(13))
        #expect(machine.answered(near, version: newer, now: at(14)) == agreed(newer))
    }

    @Test("a node that tells no version does not agree, and a coordinator that tells none agrees with nobody")
    func nullVersions() {
        var machine = asking(reachable: [near])
        #expect(machine.answered(home, version: nil, now: at(1)) == [])
        #expect(machine.answered(near, version: nil, now: at(1)) == [])
        _ = machine.timerFired(now: at(4))
        #expect(machine.answered(home, version: new, now: at(5)) == [])
        #expect(machine.answered(near, version: new, now: at(5)) == agreed(new))
    }

    // MARK: Rounds

    @Test("the pause between two rounds doubles up to a quarter of a second")
    func spacing() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: start)
        _ = machine.answered(near, version: old, now: start)
        var time = 4
        var times: [Int] = []
        for pause in [8, 16, 32, 64, 128, 250, 250, 250] {
            times.append(time)
            #expect(
                machine.timerFired(now: at(time)) == [.ask(home), .ask(near), .setTimer(at(time + pause))])
            _ = machine.answered(home, version: new, now: at(time))
            _ = machine.answered(near, version: old, now: at(time))
            time += pause
        }
        #expect(times == [4, 12, 28, 60, 124, 252, 502, 752])
    }

    @Test("a node that has not answered yet is not asked twice")
    func oneQuestionAtATime() {
        var machine = asking()
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: old, now: at(1))
        #expect(machine.timerFired(now: at(4)) == [.ask(home), .ask(near), .setTimer(at(12))])
        #expect(machine.timerFired(now: at(12)) == [.setTimer(at(28))])
    }

    @Test("a timer that fires too early is set anew")
    func earlyTimer() {
        var machine = asking(reachable: [])
        #expect(machine.timerFired(now: at(3)) == [.setTimer(at(4))])
    }

    // MARK: Events

    @Test("an event makes a node that differs be asked before its turn")
    func eventHastens() {
        var machine = asking()
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        _ = machine.answered(far, version: old, now: at(1))
        #expect(machine.schemaChanged(at: far, now: at(2)) == [.ask(far)])
        #expect(machine.answered(far, version: new, now: at(3)) == agreed(new))
    }

    @Test("an event proves nothing")
    func eventIsNoProof() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: old, now: at(1))
        #expect(machine.schemaChanged(at: near, now: at(2)) == [.ask(near)])
        #expect(machine.answered(near, version: old, now: at(3)) == [])
    }

    @Test("an event while an answer is under way makes the node be asked again when that answer is an old one")
    func eventWhileAsked() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.schemaChanged(at: near, now: at(1)) == [])
        #expect(machine.schemaChanged(at: near, now: at(1)) == [])
        #expect(machine.answered(near, version: old, now: at(2)) == [.ask(near)])
        #expect(machine.answered(near, version: old, now: at(3)) == [])
    }

    @Test("an event while the answer that brings agreement is under way asks nobody any more")
    func eventBeforeAgreement() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.schemaChanged(at: near, now: at(1))
        #expect(machine.answered(near, version: new, now: at(2)) == agreed(new))
    }

    @Test("events of nodes that agree, that cannot be asked or that nobody knows change nothing")
    func idleEvents() {
        var machine = asking(reachable: [near, far], unreachable: [Self.node(4)])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        #expect(machine.schemaChanged(at: near, now: at(2)) == [])
        #expect(machine.schemaChanged(at: Self.node(4), now: at(2)) == [])
        #expect(machine.schemaChanged(at: Self.node(9), now: at(2)) == [])
    }

    // MARK: Nodes that cannot be asked

    @Test("of a node that cannot be reached from here its peers tell")
    func peersStandIn() {
        var machine = SchemaAgreementMachine(
            coordinator: home, reachable: [near], unreachable: [far], timeout: .seconds(90), now: start)
        #expect(machine.start(now: start) == [.ask(home), .ask(near), .askPeers, .setTimer(at(4))])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        #expect(machine.peersAnswered([near: old, far: old], now: at(2)) == [])
        #expect(machine.timerFired(now: at(4)) == [.ask(home), .askPeers, .setTimer(at(12))])
        _ = machine.answered(home, version: new, now: at(5))
        #expect(machine.peersAnswered([near: old, far: new], now: at(6)) == agreed(new))
    }

    @Test("what peers say of a node that is asked itself does not count")
    func peersDoNotOverrule() {
        var machine = asking(reachable: [near], unreachable: [far])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.peersAnswered([near: new, far: new], now: at(2)) == [])
        #expect(machine.answered(near, version: new, now: at(3)) == agreed(new))
    }

    @Test("a node that its peers do not know of does not agree")
    func unknownToPeers() {
        var machine = asking(reachable: [], unreachable: [far])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.peersAnswered([far: new], now: at(2)) == agreed(new))
        machine = asking(reachable: [], unreachable: [far])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.peersAnswered([:], now: at(2)) == [])
    }

    @Test("the peers are not asked again while their answer is under way")
    func onePeersQuestion() {
        var machine = asking(reachable: [], unreachable: [far])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.timerFired(now: at(4)) == [.ask(home), .setTimer(at(12))])
    }

    @Test("a node that falls silent is spoken for by its peers from then on, its old answer forgotten")
    func becomesUnreachable() {
        var machine = asking(reachable: [near])
        _ = machine.answered(near, version: old, now: at(1))
        #expect(machine.becameUnreachable(near, now: at(2)) == [])
        #expect(machine.answered(home, version: old, now: at(3)) == [])
        #expect(machine.timerFired(now: at(4)) == [.ask(home), .askPeers, .setTimer(at(12))])
        #expect(machine.peersAnswered([near: old], now: at(5)) == agreed(old))
    }

    @Test("a node that takes connections again is asked itself, and peers do not count any more")
    func becomesReachable() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.becameUnreachable(near, now: at(2))
        #expect(machine.becameReachable(near, now: at(3)) == [.ask(near)])
        #expect(machine.peersAnswered([near: new], now: at(4)) == [])
        #expect(machine.answered(near, version: new, now: at(5)) == agreed(new))
    }

    @Test("a node that is asked as it is need not become reachable")
    func alreadyReachable() {
        var machine = asking(reachable: [near])
        #expect(machine.becameReachable(near, now: at(1)) == [])
        #expect(machine.becameReachable(Self.node(9), now: at(1)) == [])
    }

    // MARK: Nodes that are down

    @Test("the others agree without a node that went down, and the verdict names it")
    func goesDown() {
        var machine = asking()
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: new, now: at(1))
        #expect(machine.wentDown(far, now: at(2)) == agreed(new, without: [far]))
    }

    @Test("a node that went down and comes back within the wait has to agree after all")
    func comesBack() {
        var machine = asking()
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.wentDown(far, now: at(2)) == [])
        #expect(machine.becameReachable(far, now: at(3)) == [.ask(far)])
        #expect(machine.answered(near, version: new, now: at(4)) == [])
        #expect(machine.answered(far, version: new, now: at(5)) == agreed(new))
    }

    @Test("a node that was down from the beginning is not waited for unless it comes back")
    func downFromTheBeginning() {
        var machine = asking(reachable: [near], down: [far])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.answered(near, version: new, now: at(2)) == agreed(new))
        machine = asking(reachable: [near], down: [far])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.becameReachable(far, now: at(1)) == [.ask(far)])
        #expect(machine.answered(near, version: new, now: at(2)) == [])
        #expect(machine.answered(far, version: new, now: at(3)) == agreed(new))
    }

    @Test("a node that is announced as down and still answers is believed before the announcement")
    func announcedButAlive() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.announcedDown(near, now: at(1)) == [])
        #expect(machine.answered(near, version: old, now: at(2)) == [])
        #expect(machine.becameUnreachable(near, now: at(3)) == [])
        #expect(machine.peersAnswered([near: new], now: at(4)) == agreed(new))
    }

    @Test("a node that is announced as down and then gives no answer is down")
    func announcedThenSilent() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.announcedDown(near, now: at(1)) == [])
        #expect(machine.becameUnreachable(near, now: at(2001)) == agreed(new, without: [near]))
    }

    @Test("a node that gave no answer and then is announced as down is down")
    func silentThenAnnounced() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.becameUnreachable(near, now: at(2001))
        #expect(machine.announcedDown(near, now: at(18_000)) == agreed(new, without: [near]))
    }

    @Test("an announcement from before the wait counts once the node is silent")
    func announcedBefore() {
        var machine = asking(reachable: [near], announcedDown: [near])
        _ = machine.answered(home, version: new, now: at(1))
        #expect(machine.becameUnreachable(near, now: at(2001)) == agreed(new, without: [near]))
        machine = asking(reachable: [], unreachable: [near], announcedDown: [near])
        #expect(machine.answered(home, version: new, now: at(1)) == agreed(new, without: [near]))
    }

    @Test("an announcement that was taken back does not count")
    func announcedUpAgain() {
        var machine = asking(reachable: [near])
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.announcedDown(near, now: at(1))
        machine.announcedUp(near)
        #expect(machine.becameUnreachable(near, now: at(2001)) == [])
    }

    @Test("without its coordinator a wait is over", arguments: [true, false])
    func coordinatorLost(isDown: Bool) {
        var machine = asking()
        let actions =
            isDown ? machine.wentDown(home, now: at(1)) : machine.becameUnreachable(home, now: at(1))
        #expect(actions == [.finish(.coordinatorLost)])
    }

    // MARK: The end of the time

    @Test("when the time is up the verdict names who differs, and the timer never goes beyond it")
    func timesOut() {
        var machine = asking(
            reachable: [near, far], unreachable: [Self.node(4)], down: [Self.node(5)], timeout: .milliseconds(10))
        _ = machine.answered(home, version: new, now: at(1))
        _ = machine.answered(near, version: old, now: at(1))
        _ = machine.answered(far, version: new, now: at(1))
        #expect(machine.timerFired(now: at(4)) == [.ask(home), .ask(near), .setTimer(at(10))])
        let disagreement = SchemaDisagreement(
            coordinator: home, versions: [home: new, near: old, far: new, Self.node(4): nil],
            waited: .milliseconds(10))
        #expect(machine.timerFired(now: at(10)) == [.finish(.timedOut(disagreement))])
        #expect(disagreement.dissenters == [near, Self.node(4)])
    }

    @Test("with no time at all one round is asked, and the verdict follows at once")
    func noTime() {
        var machine = SchemaAgreementMachine(coordinator: home, reachable: [], timeout: .zero, now: start)
        #expect(machine.start(now: start) == [.ask(home), .setTimer(start)])
        let disagreement = SchemaDisagreement(coordinator: home, versions: [home: nil], waited: .zero)
        #expect(machine.timerFired(now: start) == [.finish(.timedOut(disagreement))])
    }

    @Test("who has the version of the coordinator is no dissenter; where it told none, nobody has it")
    func dissenters() {
        let silent = SchemaDisagreement(
            coordinator: home, versions: [home: nil, near: nil, far: new], waited: .zero)
        #expect(silent.dissenters == [near, far])
    }
}
