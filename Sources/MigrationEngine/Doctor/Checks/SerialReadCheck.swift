import CQLClient
import MigrationLog

/// Whether replicas can be brought to decide a condition: a SERIAL read takes the same round as a conditional write.
struct SerialReadCheck {
    let histories: [HistoryFacts]
    let consistency: Consistency

    var findings: [DoctorFinding] {
        histories.map { history in
            let name = history.keyspace.name
            switch history.lock {
            case .known(let lock):
                return DoctorFinding(
                    .lightweightTransactions, .ok,
                    "a \(consistency) read of the lock of \(name) took \(lock.elapsed.seconds)")
            case .unknown(let reason):
                // Without the table there is nothing to ask; with it, a read that fails tells that the lock would.
                guard history.hasTables else {
                    return DoctorFinding(
                        .lightweightTransactions, .unknown, "the lock of \(name) could not be read: \(reason)")
                }
                return DoctorFinding(
                    .lightweightTransactions, .problem, "a \(consistency) read of the lock of \(name) fails: \(reason)",
                    hint: "see that a quorum of its replicas is up, and that the role may read it")
            }
        }
    }
}
