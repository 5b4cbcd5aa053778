import CQLWire
import Testing

@Suite struct SupportedTests {
    static let vectors = [
        ResponseVector(
            "version and compression, not in the order of the keys",
            hex(
                """
                84 00 0001 06 0000002c                                   // SUPPORTED
                0002                                                     // two keys
                000b 43514c5f56455253494f4e                              // CQL_VERSION
                0001 0005 332e342e35                                     // 3.4.5
                000b 434f4d5052455353494f4e                              // COMPRESSION
                0001 0003 6c7a34                                         // lz4
                """),
            message: .supported(["CQL_VERSION": ["3.4.5"], "COMPRESSION": ["lz4"]]),
            isCanonical: false
        ),
        ResponseVector(
            "several protocol versions, no compression",
            hex(
                """
                84 00 0001 06 00000032
                0002
                000b 434f4d5052455353494f4e 0000                         // COMPRESSION: nothing
                0011 50524f544f434f4c5f56455253494f4e53                  // PROTOCOL_VERSIONS
                0002 0004 332f7633 0004 342f7634                         // 3/v3, 4/v4
                """),
            message: .supported(["COMPRESSION": [], "PROTOCOL_VERSIONS": ["3/v3", "4/v4"]])
        ),
    ]

    @Test("a SUPPORTED is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }
}
