import CQLWire
import Testing

@Suite struct ReadyTests {
    static let vectors = [
        ResponseVector("an empty body", hex("84 00 0001 02 00000000"), message: .ready)
    ]

    @Test("a READY is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }
}
