import Testing

@testable import CQLNode

@Suite struct PartitionTokenTests {
    /// A key with the token that a real server gave for it.
    struct Vector: CustomTestStringConvertible, Sendable {
        let key: [UInt8]
        let token: Int64
        var testDescription: String { "\(key)" }
    }

    static let vectors: [Vector] = [
        Vector(key: [0, 0, 0, 1], token: -4_069_959_284_402_364_209),
        Vector(key: [0, 0, 0, 2], token: -3_248_873_570_005_575_792),
        Vector(key: [0, 0, 0, 3], token: 9_010_454_139_840_013_625),
        Vector(key: [], token: .min),
    ]

    @Test("a key has the server's token", arguments: vectors)
    func hashes(_ vector: Vector) {
        #expect(PartitionToken.token(of: vector.key) == vector.token)
    }

    @Test("the components of a key stand each with its length and an end")
    func composite() {
        #expect(PartitionToken.key([[1], [2, 3]]) == [0, 1, 1, 0, 0, 2, 2, 3, 0])
        #expect(PartitionToken.key([[1, 2]]) == [1, 2])
    }
}
