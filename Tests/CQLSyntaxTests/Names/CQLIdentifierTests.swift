import CQLSyntax
import Testing

@Suite struct CQLIdentifierTests {
    static let names = [
        ("users", "users"), ("a_1", "a_1"), ("Users", "\"Users\""), ("1a", "\"1a\""), ("_a", "\"_a\""),
        ("a b", "\"a b\""), ("a\"b", "\"a\"\"b\""), ("", "\"\""), ("é", "\"é\""), ("table", "\"table\""),
        ("to", "\"to\""), ("key", "key"), ("type", "type"), ("json", "json"), ("true", "\"true\""), ("nan", "\"nan\""),
        ("infinity", "\"infinity\""), ("schema", "\"schema\""), ("P1Y", "\"P1Y\""),
        // Reserved in 3.11 only, and in 6.0 only.
        ("default", "\"default\""), ("mbean", "\"mbean\""), ("unset", "\"unset\""), ("replace", "\"replace\""),
        ("included_indexes", "\"included_indexes\""),
        // Allowed nowhere as a type's name, but a name otherwise.
        ("text", "text"), ("counter", "counter"),
    ]

    @Test("a name is quoted where some release would not read it back", arguments: names)
    func quoted(_ name: String, _ text: String) {
        #expect(CQLIdentifier.quoted(name) == text)
        #expect(CQLIdentifier.name(from: text) == name)
        #expect(CQLIdentifier.isBare(name) == (name == text))
    }

    static let texts: [(String, String?)] = [
        ("Users", "users"), ("\"Users\"", "Users"), ("\"a\"\"b\"", "a\"b"), ("\"a", nil), ("\"a\"b\"", nil),
        ("\"", nil),
        ("", nil), ("1a", nil), ("a-b", nil), ("É", nil), ("ÀB", nil), ("'a'", nil),
    ]

    @Test("bare words fold to lower case, quoted names stay", arguments: texts)
    func read(_ text: String, _ name: String?) {
        #expect(CQLIdentifier.name(from: text) == name)
    }

    @Test("reserved words are those of four releases together")
    func reserved() {
        let words = """
            add allow alter and apply asc authorize batch begin by columnfamily create default delete desc describe drop \
            entries excluded_indexes execute false from full grant if in included_indexes index infinity insert into is \
            keyspace limit materialized mbean mbeans modify nan norecursive not null of on or order primary rename replace \
            revoke schema select set table to token true truncate unlogged unset update use using view where with
            """
        #expect(Keyword.allCases.filter(\.isReserved).map(\.rawValue) == words.split(separator: " ").map(String.init))
        #expect(CQLIdentifier.isReserved("SELECT"))
        #expect(!CQLIdentifier.isReserved("selected"))
    }

    @Test("every keyword is found in any case, and nothing else is")
    func keywords() {
        for keyword in Keyword.allCases {
            #expect(Keyword(word: keyword.rawValue) == keyword)
            #expect(Keyword(word: keyword.rawValue.uppercased()) == keyword)
            #expect(Keyword(word: keyword.rawValue + "x") == nil)
        }
        #expect(Keyword(word: "") == nil)
        #expect(Keyword(word: "a_word_of_more_than_sixteen_letters") == nil)
        #expect(Keyword(word: "ſelect") == nil)
    }
}
