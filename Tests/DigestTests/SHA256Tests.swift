import Testing

@testable import Digest

@Suite struct SHA256Tests {
    /// Vectors of FIPS 180-4's example pages (NIST "SHA256.pdf") and of the NIST CAVP short-message files.
    struct Vector: CustomTestStringConvertible, Sendable {
        let name: String
        let message: [UInt8]
        let hex: String
        var testDescription: String { name }
    }

    static let vectors: [Vector] = [
        Vector(
            name: "the empty message",
            message: [],
            hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        ),
        Vector(
            name: "abc, one block",
            message: Array("abc".utf8),
            hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        ),
        Vector(
            name: "56 bytes, two blocks",
            message: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            hex: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        Vector(
            name: "112 bytes",
            message: Array(
                ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8
            ),
            hex: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        Vector(
            name: "one byte, d3",
            message: [0xD3],
            hex: "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"
        ),
        Vector(
            name: "a million a",
            message: [UInt8](repeating: 0x61, count: 1_000_000),
            hex: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    @Test("a published vector gives its digest", arguments: vectors)
    func vector(_ vector: Vector) throws {
        let digest = try SHA256.digest(of: vector.message)
        #expect(digest.hex == vector.hex)
        #expect(digest.bytes.count == SHA256Digest.byteCount)
    }

    @Test("pieces of any size give the digest of the whole", arguments: [1, 3, 55, 56, 63, 64, 65, 1000])
    func pieces(of size: Int) throws {
        let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var hash = try SHA256()
        var start = 0
        while start < message.count {
            let end = min(start + size, message.count)
            try hash.update(message.span.extracting(start..<end))
            start = end
        }
        #expect(try hash.finish() == SHA256.digest(of: message))
    }

    @Test("an empty piece changes nothing")
    func emptyPiece() throws {
        var hash = try SHA256()
        try hash.update("")
        try hash.update("abc")
        try hash.update([])
        #expect(try hash.finish() == SHA256.digest(of: "abc"))
    }

    @Test("a text is digested as its UTF-8, not normalised")
    func text() throws {
        let composed = "caf\u{E9}"
        let decomposed = "cafe\u{301}"
        #expect(try SHA256.digest(of: composed) == SHA256.digest(of: Array(composed.utf8)))
        #expect(try SHA256.digest(of: composed) != SHA256.digest(of: decomposed))
    }

    @Test("a computation that is given up frees its state and throws nothing")
    func abandoned() throws {
        for _ in 0..<1000 {
            var hash = try SHA256()
            try hash.update("abandoned")
        }
    }

    @Test("many digests at once agree with one after the other")
    func concurrently() async throws {
        let expected = try (0..<64).map { try SHA256.digest(of: "message \($0)") }
        let actual = try await withThrowingTaskGroup(of: (Int, SHA256Digest).self) { group in
            for number in 0..<64 {
                group.addTask { (number, try SHA256.digest(of: "message \(number)")) }
            }
            return try await group.reduce(into: [Int: SHA256Digest]()) { $0[$1.0] = $1.1 }
        }
        for (number, digest) in expected.enumerated() {
            #expect(actual[number] == digest)
        }
    }
}
