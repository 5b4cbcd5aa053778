/// CQL with marked places: `«` opens one and `»` closes it; both are taken out.
struct MarkedText {
    /// The CQL without the marks.
    private(set) var bytes: [UInt8] = []
    /// The marked bytes, in the order in which they open.
    private(set) var ranges: [Range<Int>] = []

    init(_ marked: String) {
        var open: [Int] = []
        for character in marked {
            switch character {
            case "«":
                open.append(ranges.count)
                ranges.append(bytes.count..<bytes.count)
            case "»":
                guard let index = open.popLast() else { continue }
                ranges[index] = ranges[index].lowerBound..<bytes.count
            default: bytes += Array(String(character).utf8)
            }
        }
    }
}
