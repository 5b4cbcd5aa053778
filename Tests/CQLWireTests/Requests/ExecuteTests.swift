import CQLWire
import Testing

@Suite struct ExecuteTests {
    static let vectors = [
        RequestVector(
            "two values, page size and timestamp",
            hex(
                """
                04 00 0001 0a 0000002f                                   // EXECUTE
                0010 abababababababababababababababab                    // id
                000a 25                                                  // LOCAL_ONE, values, page size, timestamp
                0002 00000004 00000007 ffffffff                          // 7, null
                00000064                                                 // page size 100
                0000000000000001                                         // timestamp 1
                """),
            message: .execute(
                id: [UInt8](repeating: 0xab, count: 16),
                QueryParameters(
                    consistency: .localOne,
                    values: .positional([.bytes([0, 0, 0, 7]), .null]),
                    pageSize: 100,
                    defaultTimestamp: 1
                )
            )
        )
    ]

    @Test("an EXECUTE is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }
}
