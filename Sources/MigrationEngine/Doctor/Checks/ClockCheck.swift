/// How far the clocks of the nodes are apart, and this machine's from theirs.
///
/// A node's clock was read somewhere between the question and the answer, so each is known to within half of the round
/// trip. Only what is certain in spite of that is found fault with.
struct ClockCheck {
    let nodes: Fact<[NodeFacts]>
    let lockTTL: Duration
    /// Whether a schema change with an older time than another's has no effect.
    let decidesSchema: Bool

    /// What is more than a healthy time service leaves.
    private static let tolerance = Duration.milliseconds(500)
    /// The same for this machine, whose clock only dates the rows of the log.
    private static let toleranceHere = Duration.seconds(2)

    /// Between which bounds a clock is ahead of the one here.
    private struct Reading {
        let place: String
        let low: Duration
        let high: Duration
    }

    var findings: [DoctorFinding] {
        let readings: [Reading]
        switch nodes {
        case .unknown(let reason): return [unknown(reason)]
        case .known(let nodes): readings = nodes.compactMap(Self.reading)
        }
        guard let fastest = readings.max(by: { $0.low < $1.low }),
            let slowest = readings.min(by: { $0.high < $1.high }),
            let low = readings.map(\.low).min(), let high = readings.map(\.high).max()
        else { return [unknown("no node told its time")] }
        let findings = [between(fastest, slowest), here(low: low, high: high)].compactMap(\.self)
        guard findings.isEmpty else { return findings }
        let bound = max(high, .zero) - min(low, .zero)
        return [
            DoctorFinding(.clocks, .ok, "at most \(bound.seconds) between any two of the nodes and this machine")
        ]
    }

    private static func reading(_ node: NodeFacts) -> Reading? {
        guard let clock = node.clock else { return nil }
        let half = clock.roundTrip / 2
        return Reading(place: node.place, low: clock.offset - half, high: clock.offset + half)
    }

    private func between(_ fastest: Reading, _ slowest: Reading) -> DoctorFinding? {
        let skew = fastest.low - slowest.high
        guard skew >= Self.tolerance else { return nil }
        var effects = "a lock may end that much too early"
        if decidesSchema { effects += ", and a change of the schema through the slower node may have no effect" }
        return DoctorFinding(
            .clocks, skew >= lockTTL / 3 ? .problem : .warning,
            "\(fastest.place) is at least \(skew.seconds) ahead of \(slowest.place): \(effects)",
            hint: "see to the time service (chrony, ntpd) of both")
    }

    /// - Parameters:
    ///   - low: All nodes are ahead of this machine by at least this.
    ///   - high: And by at most this.
    private func here(low: Duration, high: Duration) -> DoctorFinding? {
        let (skew, word) = low > .zero ? (low, "behind") : (.zero - high, "ahead of")
        guard skew >= Self.toleranceHere else { return nil }
        return DoctorFinding(
            .clocks, .warning,
            "the clock of this machine is at least \(skew.seconds) \(word) those of all nodes: it dates the rows of the log",
            hint: "see to the time service of this machine")
    }

    private func unknown(_ reason: String) -> DoctorFinding {
        DoctorFinding(.clocks, .unknown, "the clocks could not be read: \(reason)")
    }
}
