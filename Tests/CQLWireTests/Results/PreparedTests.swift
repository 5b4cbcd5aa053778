import CQLWire
import Testing

@Suite struct PreparedTests {
    static let vectors = [
        ResponseVector(
            "one marker, which is the partition key; no rows",
            hex(
                """
                84 00 0001 08 00000039
                00000004                                                 // kind: Prepared
                0010 abababababababababababababababab                    // id
                00000001 00000001                                        // markers of one table; one of them
                00000001 0000                                            // the partition key is marker 0
                0003 6b7331 0001 74                                      // ks1.t
                0001 6b 0009                                             // k int
                00000004 00000000                                        // result: no metadata, no columns
                """),
            message: .result(
                .prepared(
                    PreparedStatement(
                        id: id,
                        markers: [ColumnSpecification(keyspace: "ks1", table: "t", name: "k", type: .int)],
                        partitionKeyIndexes: [0],
                        result: RowsMetadata(columnCount: 0)
                    )
                )
            )
        ),
        ResponseVector(
            "no marker, columns of two tables",
            hex(
                """
                84 00 0001 08 00000040
                00000004
                0010 abababababababababababababababab
                00000000 00000000 00000000                               // no markers, no partition key
                00000000 00000002                                        // result: two columns
                0001 61 0001 74 0001 78 0009                             // a.t.x int
                0001 62 0001 74 0001 79 000d                             // b.t.y text
                """),
            message: .result(
                .prepared(
                    PreparedStatement(
                        id: id,
                        markers: [],
                        result: RowsMetadata(columns: [
                            ColumnSpecification(keyspace: "a", table: "t", name: "x", type: .int),
                            ColumnSpecification(keyspace: "b", table: "t", name: "y", type: .text),
                        ])
                    )
                )
            )
        ),
    ]

    private static let id = [UInt8](repeating: 0xab, count: 16)

    @Test("a prepared statement is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("a partition key beyond the markers is an error")
    func keyIndex() {
        let body = "00000004 0001 ab 00000001 00000001 00000001 0001 0003 6b7331 0001 74 0001 6b 0009 00000004 00000000"
        let error = exactError(hex("84 00 0001 08 0000002a" + body), as: ResponseEnvelope.self)
        #expect(error?.needed == "an index below the 1 markers")
    }
}
