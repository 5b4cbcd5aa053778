/// How far two words are apart, for "did you mean …".
public enum EditDistance {
    /// The number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other,
    /// where no letter is touched twice (Damerau and Levenshtein, optimal string alignment).
    ///
    /// Case counts. The cost grows with the product of the two lengths.
    public static func between(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        // Three rows of the table: a swap looks two rows back.
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in 0..<right.count {
                let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }

    /// The candidate nearest to a word that somebody may have meant, or nil where none is near enough.
    ///
    /// Case does not count. Near enough is one slip in words of up to four letters, two in words of up to eight, three
    /// in longer ones, and never as many slips as the candidate has letters. Of equally near ones the first is taken.
    public static func nearest<Candidates: Sequence<String>>(to word: String, among candidates: Candidates) -> String? {
        let length = word.unicodeScalars.count
        // What is this long is no slip of the keyboard, and the table would be large.
        guard length <= 100 else { return nil }
        let allowed = length <= 4 ? 1 : length <= 8 ? 2 : 3
        let folded = word.lowercased()
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let candidateLength = candidate.unicodeScalars.count
            guard abs(candidateLength - length) <= allowed else { continue }
            let distance = between(folded, candidate.lowercased())
            guard distance <= allowed, distance < candidateLength else { continue }
            if let best, best.distance <= distance { continue }
            best = (candidate, distance)
        }
        return best?.candidate
    }
}
