import Testing

@testable import LiveSchema

@Suite struct BareChecksTests {
    @Test("the name of a column gets its quotes behind CHECK and behind AND; what is quoted in a text stays")
    func quoted() {
        let text = """
            CREATE TABLE k.t (
                k int PRIMARY KEY,
                "A" int CHECK A > 1 AND A < 10,
                "a b" text MASKED WITH system.mask_default() CHECK a b > 'x' AND LENGTH() > 3,
                v int CHECK v > 1
            ) WITH comment = ' CHECK A > 1'
            """
        let expected = """
            CREATE TABLE k.t (
                k int PRIMARY KEY,
                "A" int CHECK "A" > 1 AND "A" < 10,
                "a b" text MASKED WITH system.mask_default() CHECK "a b" > 'x' AND LENGTH() > 3,
                v int CHECK v > 1
            ) WITH comment = ' CHECK A > 1'
            """
        #expect(BareChecks.quoted(text, columns: ["k", "A", "a b", "v"]) == expected)
    }
}
