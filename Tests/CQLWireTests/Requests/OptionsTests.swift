import CQLWire
import Testing

@Suite struct OptionsTests {
    static let vectors = [
        RequestVector("an empty body", hex("04 00 0000 05 00000000"), stream: 0, message: .options),
        RequestVector("on the last stream", hex("04 00 7fff 05 00000000"), stream: 32_767, message: .options),
    ]

    @Test("an OPTIONS is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }
}
