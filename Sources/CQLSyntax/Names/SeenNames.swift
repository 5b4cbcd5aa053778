/// Tells whether a name has stood in a list before: a few are compared one by one, as hashing costs more, and many are
/// hashed, so that a list of any length takes time in proportion.
struct SeenNames {
    private static let few = 12

    private var hashed: Set<String> = []

    /// Whether a name differs from all that were asked for so far: `count` of them, which `earlier` tells by number.
    mutating func isNew(_ name: String, behind count: Int, _ earlier: (Int) -> String) -> Bool {
        guard count >= Self.few else {
            for index in 0..<count where earlier(index) == name { return false }
            return true
        }
        if hashed.isEmpty { for index in 0..<count { hashed.insert(earlier(index)) } }
        return hashed.insert(name).inserted
    }
}
