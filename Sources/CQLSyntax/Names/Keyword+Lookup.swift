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
        let text = ScannedBytes(bytes: Array(word.utf8))
        let (end, key) = text.word(from: 0)
        guard end == text.count, let keyword = Self.lookup.keyword(key, of: text.bytes, in: 0..<end) else { return nil }
        self = keyword
    }

    /// All keywords, by their spellings.
    static let lookup = Table()

    /// A hash table with open addressing: the lexer asks it about every word of a script.
    final class Table: Sendable {
        private struct Entry {
            /// What is looked up: the last eight letters; 0, which no word has, where there is none.
            var key: UInt64 = 0
            /// The letters in front of them, of which there are eight at most.
            var head: UInt64 = 0
            var length = 0
            var keyword = Keyword.access

            /// Whether a word of its key is it: `superuser` and `nosuperuser` have one key.
            @inline(__always)
            func isWord(of bytes: [UInt8], in range: Range<Int>) -> Bool {
                length == range.count && (length <= 8 || head == Table.head(of: bytes, in: range))
            }
        }

        /// A power of two, and so much more than there are keywords that most other words end at an empty slot.
        private static let size = 512
        private let entries: [Entry]

        fileprivate init() {
            var entries = [Entry](repeating: Entry(), count: Self.size)
            for keyword in Keyword.allCases {
                let letters = Array(keyword.rawValue.utf8)
                let (end, key) = ScannedBytes(bytes: letters).word(from: 0)
                var slot = Self.slot(of: key)
                while entries[slot].key != 0 { slot = (slot + 1) % Self.size }
                let head = Self.head(of: letters, in: 0..<end)
                entries[slot] = Entry(key: key, head: head, length: end, keyword: keyword)
            }
            self.entries = entries
        }

        /// The keyword that the bare word in a range of a text is, or nil where it is none.
        ///
        /// - Parameter key: as ``ScannedBytes/word(from:)`` gives it.
        @inline(__always)
        func keyword(_ key: UInt64, of bytes: [UInt8], in range: Range<Int>) -> Keyword? {
            var slot = Self.slot(of: key)
            while true {
                let found = entries[slot].key
                if found == 0 { return nil }
                if found == key, entries[slot].isWord(of: bytes, in: range) { return entries[slot].keyword }
                slot = (slot + 1) & (Self.size - 1)
            }
        }

        /// The letters of a word in front of its last eight, in the form of the key; 0 for a short word.
        fileprivate static func head(of bytes: [UInt8], in range: Range<Int>) -> UInt64 {
            var head: UInt64 = 0
            var index = range.lowerBound
            while index < range.upperBound - 8 {
                head = head << 8 | UInt64(bytes[index] | 0x20)
                index += 1
            }
            return head
        }

        private static func slot(of key: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
        }
    }
}
