/// The order in which a `java.util.HashMap` of strings is walked.
///
/// Where the server's text depends on it (the first of several unknown properties), so does ours.
enum JavaHashOrder {
    /// Distinct strings, in the order of their insertion, in the order of a hash map that holds them.
    static func sorted(_ strings: [String]) -> [String] {
        var capacity = 16
        while strings.count * 4 > capacity * 3 { capacity *= 2 }
        var buckets: [[String]] = Array(repeating: [], count: capacity)
        for string in strings {
            let hash = hashCode(string)
            buckets[Int((hash ^ (hash >> 16)) & UInt32(capacity - 1))].append(string)
        }
        return buckets.flatMap { $0 }
    }

    /// `String.hashCode`.
    static func hashCode(_ string: String) -> UInt32 {
        string.utf16.reduce(0) { $0 &* 31 &+ UInt32($1) }
    }
}
