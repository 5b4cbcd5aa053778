import CQLClient

/// What was found out about one node.
struct NodeFacts: Sendable {
    /// Whether it can be asked.
    enum State: Equatable, Sendable {
        case up
        case down(reason: String)
        case unreachable(reason: String)
    }

    /// How far its clock is ahead of the one here, give or take half of the round trip.
    struct Clock: Sendable {
        let offset: Duration
        let roundTrip: Duration
    }

    /// Its address and port.
    let place: String
    let dataCenter: String
    let state: State
    var release: ReleaseVersion?
    var schemaVersion: String?
    /// Nil where it could not be asked.
    var clock: Clock?
}

extension NodeFacts {
    init(_ status: NodeStatus) {
        let node = status.node
        var release = node.release
        var version = node.schemaVersion
        var clock: Clock?
        switch status.condition {
        case .up(let report):
            state = .up
            release = report.release ?? release
            version = report.schemaVersion
            clock = Clock(offset: report.clockOffset, roundTrip: report.roundTrip)
        case .down(let reason): state = .down(reason: reason)
        case .unreachable(let reason): state = .unreachable(reason: reason)
        }
        place = node.place
        dataCenter = node.dataCenter
        self.release = release
        schemaVersion = version?.text
        self.clock = clock
    }
}
