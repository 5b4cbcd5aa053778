/// Finds the name that somebody probably meant.
enum NearMiss {
    /// The candidate that takes the fewest typing errors to become `word`; nil when none is near enough to be likely.
    ///
    /// A third of the letters may be wrong, and at least one, or the rest of the word may be missing; of equally near
    /// candidates the first one wins.
    static func closest(to word: String, among candidates: [String]) -> String? {
        let wanted = Array(word.lowercased().utf8)
        // Whoever types a word of this length did not mistype an option.
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let letters = Array(candidate.lowercased().utf8)
            let allowed = max(1, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= allowed else { continue }
            let distance = distance(wanted, letters)
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        // `user` takes four letters to become `username`, and yet there is no doubt.
        return best?.name ?? candidates.first { wanted.count >= 3 && $0.lowercased().utf8.starts(with: wanted) }
    }

    /// The number of letters inserted, left out, replaced, or swapped with their neighbour: the optimal string
    /// alignment distance of Damerau and Levenshtein.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var least = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, beforePrevious[j - 1] + 1)
                }
                current.append(least)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
