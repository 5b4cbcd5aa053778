extension Keyword {
    /// Whether it needs double quotes to name something in at least one release from 3.11 to 6.0.
    ///
    /// These are the words that each release's `reserved_keywords.txt` lists, the booleans, which its lexer takes out,
    /// and the two literals of 6.0's `CREATE TABLE … LIKE`.
    public var isReserved: Bool { Self.reserved.contains(self) }

    private static let reserved: Set<Keyword> = [
        .add, .allow, .alter, .and, .apply, .asc, .authorize, .batch, .begin, .by, .columnfamily, .create, .default,
        .delete, .desc, .describe, .drop, .entries, .excludedIndexes, .execute, .false, .from, .full, .grant, .if,
        .in, .includedIndexes, .index, .infinity, .insert, .into, .is, .keyspace, .limit, .materialized, .mbean,
        .mbeans, .modify, .nan, .norecursive, .not, .null, .of, .on, .or, .order, .primary, .rename, .replace,
        .revoke, .schema, .select, .set, .table, .to, .token, .true, .truncate, .unlogged, .unset, .update, .use,
        .using, .view, .where, .with,
    ]

    /// The keyword that a bare word is, in any case of letters, or nil where it is none.
    public init?(word: String) {
        guard let keyword = Self.keyword(of: word.utf8) else { return nil }
        self = keyword
    }

    /// The keyword that a bare word is, or nil where it is none.
    static func keyword(of word: some Collection<UInt8>) -> Keyword? {
        guard let key = Key(word) else { return nil }
        return byKey[key]
    }

    private static let byKey: [Key: Keyword] = {
        var table: [Key: Keyword] = [:]
        for keyword in allCases {
            guard let key = Key(keyword.rawValue.utf8) else { continue }
            table[key] = keyword
        }
        return table
    }()

    /// Up to sixteen letters of a word in lower case, as numbers: no keyword is longer.
    private struct Key: Hashable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        init?(_ word: some Collection<UInt8>) {
            var count = 0
            for byte in word {
                guard count < 16 else { return nil }
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(ASCII.lowercased(byte))
                count += 1
            }
        }
    }
}
