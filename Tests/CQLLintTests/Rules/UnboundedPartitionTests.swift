import Testing

@testable import CQLLint

@Suite struct UnboundedPartitionTests {
    @Test("rows of one key are ordered by time without an end")
    func found() {
        expectFindings(
            of: .unboundedPartition,
            in: "CREATE TABLE r (sensor uuid, at timestamp, v double, PRIMARY KEY (sensor, «at»));")
        expectFindings(
            of: .unboundedPartition,
            in:
                "CREATE TABLE r (sensor uuid, at timeuuid, v double, PRIMARY KEY ((sensor), «at»)) WITH CLUSTERING ORDER BY (at DESC);"
        )
    }

    @Test("with a bucket, with an end, or in another order")
    func silent() {
        expectFindings(
            of: .unboundedPartition,
            in: "CREATE TABLE r (sensor uuid, day date, at timestamp, PRIMARY KEY ((sensor, day), at));")
        expectFindings(
            of: .unboundedPartition, in: "CREATE TABLE r (sensor_day text, at timestamp, PRIMARY KEY (sensor_day, at));"
        )
        expectFindings(
            of: .unboundedPartition,
            in:
                "CREATE TABLE r (sensor uuid, at timestamp, PRIMARY KEY (sensor, at)) WITH default_time_to_live = 86400;"
        )
        expectFindings(
            of: .unboundedPartition, in: "CREATE TABLE r (a uuid, name text, at timestamp, PRIMARY KEY (a, name, at));")
        expectFindings(of: .unboundedPartition, in: "CREATE TABLE r (a uuid PRIMARY KEY, at timestamp);")
    }
}
