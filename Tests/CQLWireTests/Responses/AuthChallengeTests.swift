import CQLWire
import Testing

@Suite struct AuthChallengeTests {
    static let vectors = [
        ResponseVector(
            "PLAIN-START",
            hex("84 00 0001 0e 0000000f 0000000b 504c41494e2d5354415254"),
            message: .authChallenge(Array("PLAIN-START".utf8))
        ),
        ResponseVector("no token", hex("84 00 0001 0e 00000004 ffffffff"), message: .authChallenge(nil)),
    ]

    @Test("an AUTH_CHALLENGE is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }
}
