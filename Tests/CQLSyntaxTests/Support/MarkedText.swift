import CQLSyntax
import Testing

/// A text whose places of interest stand between `«` and `»` in the source of a test.
struct MarkedText {
    let source: SourceText
    /// The marked ranges in the order in which they begin.
    ///
    /// They may nest and be empty.
    let ranges: [Range<Int>]

    init(_ marked: String, name: String = "marked.cql") {
        var text = ""
        var open: [Int] = []
        var starts: [Int] = []
        var ends: [Int: Int] = [:]
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«":
                open.append(starts.count)
                starts.append(text.utf8.count)
            case "»":
                if let index = open.popLast() { ends[index] = text.utf8.count }
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        source = SourceText(name: name, text: text)
        ranges = starts.indices.map { starts[$0]..<(ends[$0] ?? starts[$0]) }
    }
}
