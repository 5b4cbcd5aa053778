import Testing

@testable import CQLClient

@Suite struct StreamTableTests {
    private let start = ContinuousClock.now
    private func deadline(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    private func id(_ number: UInt64) -> RequestID { RequestID(number: number) }

    @Test("streams are given out in turn, and a freed one only when its turn comes again")
    func turns() {
        var table = StreamTable()
        #expect(table.add(id(1), deadline: deadline(1)) == 0)
        #expect(table.add(id(2), deadline: deadline(1)) == 1)
        #expect(table.remove(0) == .answers(id(1)))
        #expect(table.add(id(3), deadline: deadline(1)) == 2)
    }

    @Test("an answer belongs to the request of its stream, once")
    func answers() {
        var table = StreamTable()
        _ = table.add(id(1), deadline: deadline(1))
        _ = table.add(id(2), deadline: deadline(1))
        #expect(table.remove(1) == .answers(id(2)))
        #expect(table.remove(1) == .unknownStream)
        #expect(table.remove(0) == .answers(id(1)))
        #expect(table == StreamTable(afterTurns: 2))
    }

    @Test("no stream was ever out", arguments: [Int16.min, -1, 1, 5, Int16.max])
    func unknownStreams(stream: Int16) {
        var table = StreamTable()
        _ = table.add(id(1), deadline: deadline(1))
        #expect(table.remove(stream) == .unknownStream)
    }

    @Test("the stream of a request that nobody waits for stays taken until its answer comes")
    func abandonedStreamsStayTaken() {
        var table = StreamTable()
        for number in 0..<32_768 { _ = table.add(id(UInt64(number)), deadline: deadline(1)) }
        #expect(table.abandon(id(7)) == true)
        #expect(table.add(id(40_000), deadline: deadline(1)) == nil)
        #expect(table.remove(7) == .tooLate)
        #expect(table.add(id(40_000), deadline: deadline(1)) == 7)
        #expect(table.remove(7) == .answers(id(40_000)))
    }

    @Test("all 32,768 streams can be taken, and not one more")
    func exhausted() {
        var table = StreamTable()
        var given: Set<Int16> = []
        for number in 0..<32_768 {
            if let stream = table.add(id(UInt64(number)), deadline: deadline(1)) { given.insert(stream) }
        }
        #expect(given.count == 32_768)
        #expect(given.min() == 0 && given.max() == .max)
        #expect(table.add(id(99_999), deadline: deadline(1)) == nil)
        #expect(table.remove(31_000) == .answers(id(31_000)))
        #expect(table.add(id(99_999), deadline: deadline(1)) == 31_000)
    }

    @Test("a request is abandoned once, and not after its answer")
    func abandonsOnce() {
        var table = StreamTable()
        _ = table.add(id(1), deadline: deadline(1))
        _ = table.add(id(2), deadline: deadline(1))
        #expect(table.remove(1) == .answers(id(2)))
        #expect(table.abandon(id(2)) == false)
        #expect(table.abandon(id(1)) == true)
        #expect(table.abandon(id(1)) == false)
        #expect(table.abandon(id(3)) == false)
        #expect(table.remove(0) == .tooLate)
    }

    @Test("requests time out at their deadline, the earliest first, those of one time as they were sent")
    func expires() {
        var table = StreamTable()
        _ = table.add(id(1), deadline: deadline(3))
        _ = table.add(id(2), deadline: deadline(2))
        _ = table.add(id(3), deadline: deadline(1))
        _ = table.add(id(4), deadline: deadline(2))
        #expect(table.nextDeadline == deadline(1))
        #expect(table.expire(at: deadline(0)) == [])
        #expect(table.expire(at: deadline(2)) == [id(3), id(2), id(4)])
        #expect(table.expire(at: deadline(2)) == [])
        #expect(table.nextDeadline == deadline(3))
        #expect(table.remove(1) == .tooLate)
    }

    @Test("a request that was abandoned has no deadline any more")
    func abandonedHaveNoDeadline() {
        var table = StreamTable()
        _ = table.add(id(1), deadline: deadline(1))
        _ = table.abandon(id(1))
        #expect(table.nextDeadline == nil)
        #expect(table.expire(at: deadline(9)) == [])
    }

    @Test("a connection that owes 1,024 answers is of no use, one that owes a late answer less is")
    func owing() {
        var table = StreamTable()
        for number in 0..<1024 { _ = table.add(id(UInt64(number)), deadline: deadline(1)) }
        for number in 0..<1023 { _ = table.abandon(id(UInt64(number))) }
        #expect(!table.isExhausted)
        _ = table.abandon(id(1023))
        #expect(table.isExhausted)
        #expect(table.remove(0) == .tooLate)
        #expect(!table.isExhausted)
    }

    @Test("at the end everything that waits comes back in the order in which it was sent")
    func removesAll() {
        var table = StreamTable()
        for number in [3, 1, 2] as [UInt64] { _ = table.add(id(number), deadline: deadline(1)) }
        _ = table.abandon(id(1))
        #expect(table.removeAll() == [id(2), id(3)])
        #expect(table == StreamTable())
    }
}

extension StreamTable {
    /// An empty table whose next stream is not the first.
    fileprivate init(afterTurns turns: Int) {
        self.init()
        for number in 0..<turns {
            if let stream = add(RequestID(number: UInt64(number)), deadline: .now) { _ = remove(stream) }
        }
    }
}
