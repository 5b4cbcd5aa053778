import Testing

@testable import CQLLint

@Suite struct SeenHashesTests {
    @Test("a hash is new once", arguments: [0, 3, 1000])
    func once(capacity: Int) {
        var hashes = SeenHashes(capacity: capacity)
        // Neighbours in the table, hashes of one place, and both ends of the numbers.
        let values = Array(1...100) + (1...100).map { $0 << 20 | 7 } + [.max]
        for value in values {
            #expect(!hashes.contains(value))
            let isNew = hashes.insert(value)
            #expect(isNew)
        }
        for value in values {
            #expect(hashes.contains(value))
            let isNew = hashes.insert(value)
            #expect(!isNew)
        }
        #expect(!hashes.contains(101))
    }

    @Test("of two hashes that differ in their upper halves only the second counts as seen")
    func halves() {
        var hashes = SeenHashes(capacity: 10)
        let first = hashes.insert(5)
        let second = hashes.insert(1 << 40 | 5)
        #expect(first && !second)
        #expect(hashes.contains(2 << 40 | 5))
    }

    @Test("0 is a hash as well, if not one of its own")
    func zero() {
        var hashes = SeenHashes(capacity: 1)
        let first = hashes.insert(0)
        let second = hashes.insert(0)
        #expect(first && !second)
        #expect(hashes.contains(0))
    }
}
