import CQLWire
import Testing

@testable import CQLNode

@Suite struct CellTests {
    /// Two cells, the first of which stays.
    struct Pair: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let stays: Cell
        let goes: Cell

        init(_ description: String, _ stays: Cell, _ goes: Cell) {
            testDescription = description
            self.stays = stays
            self.goes = goes
        }
    }

    static let pairs: [Pair] = [
        Pair("the younger", Cell(timestamp: 2, value: [1]), Cell(timestamp: 1, value: [9])),
        Pair("a younger value after a deletion", Cell(timestamp: 2, value: [1]), Cell(deletedAt: 1)),
        Pair("of one time, the deletion", Cell(deletedAt: 1), Cell(timestamp: 1, value: [9])),
        Pair(
            "of one time, what expires",
            Cell(timestamp: 1, value: [1], lifetime: Lifetime(seconds: 5, now: 0)),
            Cell(timestamp: 1, value: [9])
        ),
        Pair(
            "of one time, the deletion before what expires",
            Cell(deletedAt: 1),
            Cell(timestamp: 1, value: [1], lifetime: Lifetime(seconds: 5, now: 0))
        ),
        Pair(
            "of one time, what expires later",
            Cell(timestamp: 1, value: [1], lifetime: Lifetime(seconds: 6, now: 0)),
            Cell(timestamp: 1, value: [9], lifetime: Lifetime(seconds: 5, now: 0))
        ),
        Pair("of one time, the greater value", Cell(timestamp: 1, value: [2]), Cell(timestamp: 1, value: [1, 9])),
    ]

    @Test("of two cells the one stays that the server keeps", arguments: pairs)
    func reconciles(_ pair: Pair) {
        #expect(Cell.reconcile(pair.stays, pair.goes) == pair.stays)
        #expect(Cell.reconcile(pair.goes, pair.stays) == pair.stays)
    }

    @Test("what a range deletion covers stays hidden when it is written later with an older time")
    func rangeDeletion() {
        let table = TableShape(
            keyspace: "ks",
            name: "t",
            columns: [
                ColumnShape("k", .int, kind: .partitionKey(0)),
                ColumnShape("c", .int, kind: .clustering(0, isDescending: false)), ColumnShape("v", .int),
            ]
        )
        var partition = Partition(key: [0, 0, 0, 1])
        let bound = ClusteringSlice.Bound(values: [[0, 0, 0, 5]], isInclusive: false)
        partition.delete(ClusteringSlice(lower: bound), upTo: 100, in: table)
        for (clustering, timestamp) in [(UInt8(5), Int64(50)), (6, 50), (7, 101)] {
            partition.changeRow([[0, 0, 0, clustering]], in: table) {
                $0.put(Cell(timestamp: timestamp, value: [1]), in: "v")
            }
        }
        let live = partition.rows.filter { $0.content.isLive(at: 0, in: table) }
        #expect(live.map { $0.clustering[0][3] } == [5, 7])
    }
}
