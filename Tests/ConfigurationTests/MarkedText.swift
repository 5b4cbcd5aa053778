/// A text with a marker `«` in front of the character that an error should point at.
struct MarkedText {
    let text: String
    /// The line of the marker, from 1; nil when there is no marker.
    let line: Int?
    /// Its column in characters, from 1.
    let column: Int?

    init(_ marked: String) {
        text = marked.filter { $0 != "«" }
        let before = marked.prefix { $0 != "«" }
        guard before.count < marked.count else {
            line = nil
            column = nil
            return
        }
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        line = lines.count
        column = (lines.last?.count ?? 0) + 1
    }
}
