/// A value with the time of its write.
struct Cell: Hashable, Sendable {
    /// The time of the write, in microseconds since 1970.
    let timestamp: Int64
    /// The value; nil if this is a deletion.
    let value: [UInt8]?
    /// How long it lives; of a deletion, its expiry is the second in which it was made.
    let lifetime: Lifetime

    /// Makes a cell with a value.
    init(timestamp: Int64, value: [UInt8], lifetime: Lifetime = .unlimited) {
        self.timestamp = timestamp
        self.value = value
        self.lifetime = lifetime
    }

    /// Makes a deletion.
    init(deletedAt timestamp: Int64) {
        self.timestamp = timestamp
        value = nil
        lifetime = .unlimited
    }

    /// The value, if there is one at that second since 1970.
    func liveValue(at now: Int64) -> [UInt8]? {
        lifetime.isLive(at: now) ? value : nil
    }

    /// The one of two cells that stays (`Cells.reconcile`): the younger; of the same time a deletion, then what expires,
    /// the latest first, then the greater bytes.
    static func reconcile(_ left: Cell, _ right: Cell) -> Cell {
        if left.timestamp != right.timestamp { return left.timestamp > right.timestamp ? left : right }
        let leftRank = left.rank
        let rightRank = right.rank
        if leftRank != rightRank { return leftRank > rightRank ? left : right }
        if left.lifetime.expiry != right.lifetime.expiry {
            return left.lifetime.expiry > right.lifetime.expiry ? left : right
        }
        if left.lifetime.timeToLive != right.lifetime.timeToLive {
            return left.lifetime.timeToLive < right.lifetime.timeToLive ? left : right
        }
        guard let leftValue = left.value, let rightValue = right.value else { return left }
        return leftValue.lexicographicallyPrecedes(rightValue) ? right : left
    }

    private var rank: Int {
        if value == nil { return 2 }
        return lifetime.isLimited ? 1 : 0
    }
}
