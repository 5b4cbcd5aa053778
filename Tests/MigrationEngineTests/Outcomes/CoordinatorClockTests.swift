import CQLClient
import Testing

@testable import MigrationEngine

@Suite struct CoordinatorClockTests {
    @Test(
        "a node is behind when the newest change is ahead of its clock by a millisecond or more",
        arguments: [
            (Int64(1_000_000), Int64(1000), Duration?.none),
            (1_000_999, 1000, nil),
            (1_001_000, 1000, .milliseconds(1)),
            (21_000_000, 1000, .seconds(20)),
            (999_000, 1000, nil),
        ])
    func lag(written: Int64, clock: Int64, lag: Duration?) {
        #expect(CoordinatorClock(written: written, clock: clock).lag == lag)
    }

    @Test("a keyspace that is not there was never changed")
    func noKeyspace() { #expect(CoordinatorClock(written: nil, clock: 1000).lag == nil) }

    @Test("clocks decide before 6.0 alone")
    func platforms() {
        #expect(Platform.cassandra(ReleaseVersion(3, 11)).decidesSchemaByClock)
        #expect(Platform.cassandra(ReleaseVersion(5)).decidesSchemaByClock)
        #expect(!Platform.cassandra(ReleaseVersion(6)).decidesSchemaByClock)
        #expect(!Platform.astra(ReleaseVersion(4)).decidesSchemaByClock)
    }
}
