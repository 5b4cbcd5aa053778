/// That a row is there although none of its columns may have a value: INSERT writes it, UPDATE does not.
struct RowMarker: Hashable, Sendable {
    /// The time of the write, in microseconds since 1970.
    let timestamp: Int64
    /// How long it lives.
    let lifetime: Lifetime

    /// The one of two markers that stays (`LivenessInfo.supersedes`).
    static func reconcile(_ left: RowMarker, _ right: RowMarker) -> RowMarker {
        if left.timestamp != right.timestamp { return left.timestamp > right.timestamp ? left : right }
        if left.lifetime.isLimited != right.lifetime.isLimited { return left.lifetime.isLimited ? left : right }
        return right.lifetime.expiry > left.lifetime.expiry ? right : left
    }
}
