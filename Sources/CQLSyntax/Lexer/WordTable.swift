/// The words of a text that are no keywords, each of them once and in lower case.
///
/// Scripts name the same tables and columns again and again; so a name is made into a string when it comes up first, and
/// not again when the splitter, the parser and the next statement come to it.
struct WordTable {
    /// The words by their numbers.
    private(set) var words: [String] = []

    private struct Entry {
        let key: UInt64
        let range: Range<Int>
    }

    /// Where each word stood first.
    private var entries: [Entry] = []
    /// A hash table with open addressing; a power of two.
    private var slots = [Int32](repeating: Self.empty, count: 256)

    private static let empty: Int32 = -1
    /// After as many others in its way a word gets no number, so that a text that was made for it costs no more time.
    private static let longestProbe = 8
    private static let mostWords = 1 << 20

    /// The number of a word; ``Token/noWord`` where it has none.
    ///
    /// - Parameter key: as ``ScannedBytes/word(from:)`` gives it.
    mutating func number(of range: Range<Int>, key: UInt64, in text: ScannedBytes) -> Int32 {
        var slot = Self.slot(of: key, range, in: text, below: slots.count)
        for _ in 0..<Self.longestProbe {
            let number = slots[slot]
            if number == Self.empty { return add(range, key, in: text, at: slot) }
            let entry = entries[Int(number)]
            if entry.key == key, entry.range.count == range.count, text.isSameWord(entry.range, range) {
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Token.noWord
    }

    private mutating func add(_ range: Range<Int>, _ key: UInt64, in text: ScannedBytes, at slot: Int) -> Int32 {
        guard entries.count < Self.mostWords else { return Token.noWord }
        if entries.isEmpty {
            entries.reserveCapacity(64)
            words.reserveCapacity(64)
        }
        let number = Int32(entries.count)
        slots[slot] = number
        entries.append(Entry(key: key, range: range))
        words.append(CQLIdentifier.folded(text.bytes, in: range))
        if entries.count * 2 > slots.count { grow(text) }
        return number
    }

    private mutating func grow(_ text: ScannedBytes) {
        slots = [Int32](repeating: Self.empty, count: slots.count * 4)
        for number in entries.indices {
            var slot = Self.slot(of: entries[number].key, entries[number].range, in: text, below: slots.count)
            while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    private static func slot(of key: UInt64, _ range: Range<Int>, in text: ScannedBytes, below count: Int) -> Int {
        // Of a longer word the key holds the end, and words differ in their beginnings as well.
        let mixed = key ^ UInt64(text[range.lowerBound] | 0x20) << 32 ^ UInt64(truncatingIfNeeded: range.count) << 40
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 36) & (count - 1)
    }
}

extension ScannedBytes {
    /// Whether two words of one length and one key are the same in any case of letters: the key tells of the last eight.
    fileprivate func isSameWord(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        let bytes = bytes.span
        var (first, second) = (one.lowerBound, other.lowerBound)
        while first < one.upperBound - 8 {
            guard bytes[first] | 0x20 == bytes[second] | 0x20 else { return false }
            first += 1
            second += 1
        }
        return true
    }
}

extension [String] {
    /// The word of a token, where it has a number among these.
    func word(_ token: Token) -> String? {
        let number = Int(token.word)
        return number >= 0 && number < count ? self[number] : nil
    }
}
