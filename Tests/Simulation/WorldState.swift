import EventLoop

/// What there is in a world.
struct WorldState: Sendable {
    /// Something that will happen.
    private struct Event: Sendable {
        let time: ContinuousClock.Instant
        let number: Int
        let process: Int?
        let action: @Sendable () -> Void
    }

    /// One end of a connection.
    struct Stream: Sendable {
        let process: SimulatedProcess
        let handler: @Sendable (SocketStream.Event) -> Void
        var peer: Int?
    }

    /// A port that is listened on.
    struct Listener: Sendable {
        let process: SimulatedProcess
        let accepted: @Sendable (AcceptedSocket) -> Void
    }

    /// Everybody who has ever lived here.
    var processes: [SimulatedProcess] = []
    var now: ContinuousClock.Instant
    private var events: [Event] = []
    private var woken: [SimulatedProcess] = []
    var streams: [Int: Stream] = [:]
    var listeners: [SocketAddress: Listener] = [:]
    var timers: [Int: Int] = [:]
    var deliveries = 0
    var interventions: [Int: @Sendable () -> Void] = [:]
    private var last = 0

    init(now: ContinuousClock.Instant) { self.now = now }

    /// A number that nothing has yet.
    mutating func number() -> Int {
        last += 1
        return last
    }

    // MARK: Time

    var nextTime: ContinuousClock.Instant? { woken.isEmpty ? events.first?.time : now }

    /// Counts a delivery, and gives what is to happen before it.
    mutating func takeIntervention() -> (@Sendable () -> Void)? {
        deliveries += 1
        return interventions.removeValue(forKey: deliveries)
    }

    /// Has something happen, for a process: if that is killed before, it does not.
    mutating func schedule(
        after delay: Duration, for process: SimulatedProcess?, _ action: @escaping @Sendable () -> Void
    ) {
        let event = Event(time: now + max(.zero, delay), number: number(), process: process?.number, action: action)
        // Behind all events of the same time: what was scheduled first happens first.
        let index = events.partitioningIndex { $0.time > event.time }
        events.insert(event, at: index)
    }

    mutating func takeNext() -> (@Sendable () -> Void)? {
        guard !events.isEmpty else { return nil }
        let event = events.removeFirst()
        now = max(now, event.time)
        return event.action
    }

    // MARK: Processes

    mutating func wake(_ process: SimulatedProcess) {
        if !woken.contains(where: { $0 === process }) { woken.append(process) }
    }

    mutating func takeWoken() -> SimulatedProcess? { woken.isEmpty ? nil : woken.removeFirst() }

    /// Ends a process: nothing of it happens any more. Gives the other ends of its connections.
    mutating func remove(_ process: SimulatedProcess) -> [Int] {
        woken.removeAll { $0 === process }
        events.removeAll { $0.process == process.number }
        listeners = listeners.filter { $0.value.process !== process }
        let own = streams.filter { $0.value.process === process }
        for id in own.keys { streams[id] = nil }
        return own.values.compactMap(\.peer).sorted()
    }
}

extension Array {
    /// The first index at which a condition holds that, once it holds, holds for all behind.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
