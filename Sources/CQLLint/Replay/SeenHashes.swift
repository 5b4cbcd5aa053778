/// The hashes of names that have come up.
///
/// A hash is as good as random, so half of it is its own place in the table; a set of the language would hash it once more,
/// and take more memory. Where two names have one such half, the second one counts as seen: whoever asks looks at the names
/// then.
struct SeenHashes {
    /// Open addressing; a power of two, at most half full. 0 is an empty slot.
    private var slots: [UInt32]
    private var count = 0

    /// None so far.
    ///
    /// - Parameter capacity: how many there may be; more make it grow.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    /// Takes a hash; returns whether it is new.
    mutating func insert(_ hash: Int) -> Bool {
        let entry = Self.entry(hash)
        let slot = slot(of: entry)
        guard slots[slot] == 0 else { return false }
        slots[slot] = entry
        count += 1
        if count * 2 > slots.count { grow() }
        return true
    }

    /// Whether a hash has been taken.
    func contains(_ hash: Int) -> Bool { slots[slot(of: Self.entry(hash))] != 0 }

    /// Where a hash stands, or would.
    private func slot(of entry: UInt32) -> Int {
        var slot = Int(entry) & (slots.count - 1)
        while slots[slot] != 0, slots[slot] != entry { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let entries = slots.filter { $0 != 0 }
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for entry in entries { slots[slot(of: entry)] = entry }
    }

    /// 0 means that there is none, and is a hash all the same.
    private static func entry(_ hash: Int) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash)) }
}
