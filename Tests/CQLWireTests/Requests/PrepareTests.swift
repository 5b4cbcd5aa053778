import CQLWire
import Testing

@Suite struct PrepareTests {
    static let vectors = [
        RequestVector(
            "SELECT 1",
            hex(
                """
                04 00 0001 09 0000000c                                   // PREPARE
                00000008 53454c4543542031                                // SELECT 1
                """),
            message: .prepare("SELECT 1")
        )
    ]

    @Test("a PREPARE is read and written", arguments: vectors)
    func vector(_ vector: RequestVector) throws {
        try vector.verify()
    }

    @Test("a text that is not UTF-8 is an error")
    func notUTF8() throws {
        let error = decodingError(hex("04 00 0001 09 00000006 00000002 ff20"))
        #expect(error?.kind == .malformed)
        #expect(error?.field == "the query text")
    }

    @Test("a negative length of the text is an error")
    func negativeLength() throws {
        let error = decodingError(hex("04 00 0001 09 00000004 ffffffff"))
        #expect(error?.had == "-1")
    }
}
