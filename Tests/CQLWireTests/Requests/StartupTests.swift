import CQLWire
import Testing

@Suite struct StartupTests {
    static let vectors = [
        RequestVector(
            "with the CQL version only",
            hex(
                """
                04 00 0001 01 00000016                                   // request v4, stream 1, STARTUP
                0001                                                     // one option
                000b 43514c5f56455253494f4e  0005 332e302e30             // CQL_VERSION = 3.0.0
                """),
            message: .startup(["CQL_VERSION": "3.0.0"])
        ),
        RequestVector(
            "with a driver name",
            hex(
                """
                04 00 0000 01 0000002b
                0002
                000b 43514c5f56455253494f4e  0005 332e302e30             // CQL_VERSION = 3.0.0
                000b 4452495645525f4e414d45  0006 63716c6d6967           // DRIVER_NAME = cqlmig
                """),
            stream: 0,
            message: .startup(["CQL_VERSION": "3.0.0", "DRIVER_NAME": "cqlmig"])
        ),
    ]

    @Test("a STARTUP is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }
}
