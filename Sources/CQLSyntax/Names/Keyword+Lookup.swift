extension Keyword {
    /// Whether it needs double quotes to name something in at least one release from 3.11 to 6.0.
    ///
    /// These are the words that each release's `reserved_keywords.txt` lists, the booleans, which its lexer takes out,
    /// and the two literals of 6.0's index hints.
    public var isReserved: Bool {
        self == .token || role(in: .v311) == .reserved || role(in: .v60) == .reserved
    }

    /// The keyword that a bare word is, in any case of letters, or nil where it is none.
    public init?(word: String) {
        guard let keyword = Self.keyword(of: word.utf8) else { return nil }
        self = keyword
    }

    /// The keyword that a bare word is, or nil where it is none.
    static func keyword(of word: some Collection<UInt8>) -> Keyword? {
        guard let key = Key(word) else { return nil }
        return lookup[key]
    }

    /// The keyword that the bare word in a range of a text is, or nil where it is none.
    static func keyword(of bytes: [UInt8], in range: Range<Int>) -> Keyword? {
        guard let key = Key(bytes, in: range) else { return nil }
        return lookup[key]
    }

    private static let lookup = Table()

    /// A hash table with open addressing: the splitter asks it about every other word of a script.
    private struct Table: Sendable {
        private static let size = 1024
        private var slots: [(key: Key, keyword: Keyword)?] = Array(repeating: nil, count: size)

        init() {
            for keyword in Keyword.allCases {
                guard let key = Key(keyword.rawValue.utf8) else { continue }
                var slot = key.hash(below: Self.size)
                while slots[slot] != nil { slot = (slot + 1) % Self.size }
                slots[slot] = (key, keyword)
            }
        }

        subscript(key: Key) -> Keyword? {
            var slot = key.hash(below: Self.size)
            while let entry = slots[slot] {
                if entry.key == key { return entry.keyword }
                slot = (slot + 1) % Self.size
            }
            return nil
        }
    }

    /// Up to sixteen letters of a word in lower case, as numbers: no keyword is longer.
    private struct Key: Equatable, Sendable {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        init?(_ word: some Collection<UInt8>) {
            var count = 0
            for byte in word {
                guard count < 16 else { return nil }
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(ASCII.lowercased(byte))
                count += 1
            }
        }

        init?(_ bytes: [UInt8], in range: Range<Int>) {
            guard range.count <= 16, range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
            for index in range {
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(ASCII.lowercased(bytes[index]))
            }
        }

        /// A number that differs between similar words; the size is a power of two.
        func hash(below size: Int) -> Int {
            let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
            return Int(truncatingIfNeeded: mixed >> 40) & (size - 1)
        }
    }
}
