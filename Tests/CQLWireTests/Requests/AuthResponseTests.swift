import CQLWire
import Testing

@Suite struct AuthResponseTests {
    static let vectors = [
        RequestVector(
            "a SASL PLAIN token",
            hex(
                """
                04 00 0000 0f 00000018                                   // AUTH_RESPONSE
                00000014 00 63617373616e647261 00 63617373616e647261     // \\0 cassandra \\0 cassandra
                """),
            stream: 0,
            message: .authResponse([0] + Array("cassandra".utf8) + [0] + Array("cassandra".utf8))
        ),
        RequestVector("no token", hex("04 00 0001 0f 00000004 ffffffff"), message: .authResponse(nil)),
        RequestVector("an empty token", hex("04 00 0001 0f 00000004 00000000"), message: .authResponse([])),
    ]

    @Test("an AUTH_RESPONSE is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }
}
