public import MigrationLog

/// What holds of every log, whatever happened: the rows, in order, go in.
extension [LogEntry] {
    /// The rows that do not have the number of their place, from 1, with that place.
    public var misnumbered: [(place: Int, row: LogEntry)] {
        enumerated().filter { $1.seq != Int64($0 + 1) }.map { ($0 + 1, $1) }
    }

    /// The rows of holders that were fenced: whoever acquires the lock fences everybody before.
    public var behindFence: [LogEntry] {
        var holder: LogEntry?
        return filter { row in
            if row.kind == .lockAcquired { holder = row }
            guard row.kind != .lockAcquired, row.kind != .lockForceReleased, let owner = row.lockOwner else {
                return false
            }
            return owner != holder?.lockOwner
        }
    }
}
