import CQLWire
import Testing

@Suite struct AuthSuccessTests {
    static let vectors = [
        ResponseVector("no token", hex("84 00 0001 10 00000004 ffffffff"), message: .authSuccess(nil)),
        ResponseVector("a token", hex("84 00 0001 10 00000006 00000002 0102"), message: .authSuccess([1, 2])),
    ]

    @Test("an AUTH_SUCCESS is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }
}
