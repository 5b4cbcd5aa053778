import CQLSyntax
import Testing

@Suite struct EditDistanceTests {
    static let distances = [
        ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
        ("abc", "xabc", 1), ("abc", "acb", 1), ("TABEL", "TABLE", 1), ("CRAETE", "CREATE", 1), ("ca", "abc", 3),
        ("kitten", "sitting", 3), ("é", "e", 1), ("DROP", "drop", 4),
    ]

    @Test("the distance counts insertions, deletions, replacements and swaps", arguments: distances)
    func distance(_ left: String, _ right: String, _ expected: Int) {
        #expect(EditDistance.between(left, right) == expected)
        #expect(EditDistance.between(right, left) == expected)
    }

    static let suggestions: [(String, String?)] = [
        ("tabel", "TABLE"), ("INDX", "INDEX"), ("materialised", "MATERIALIZED"), ("x", nil), ("", nil),
        ("keyspaces", "KEYSPACE"),
        ("SOMETHING", nil), ("US", "USE"), ("USER", "USE"),
    ]

    @Test("the nearest candidate is suggested if it is near enough", arguments: suggestions)
    func nearest(_ word: String, _ expected: String?) {
        let candidates = ["TABLE", "INDEX", "MATERIALIZED", "KEYSPACE", "USE"]
        #expect(EditDistance.nearest(to: word, among: candidates) == expected)
    }

    @Test("the first of equally near candidates is taken, and a long word is compared with none")
    func ties() {
        #expect(EditDistance.nearest(to: "cat", among: ["bat", "rat"]) == "bat")
        #expect(EditDistance.nearest(to: String(repeating: "a", count: 101), among: ["a"]) == nil)
    }
}
