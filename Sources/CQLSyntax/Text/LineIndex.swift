/// Where the lines of a text begin.
///
/// It is made when somebody first asks for a line: nobody asks of a file in which nothing is found.
final class LineIndex: Sendable {
    /// The offset of the first byte of each line; never empty.
    let starts: [Int]

    init(of bytes: [UInt8]) {
        var starts = [0]
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\n"): starts.append(index + 1)
            // CRLF is one line end.
            case UInt8(ascii: "\r"):
                if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { starts.append(index + 1) }
            default: break
            }
        }
        self.starts = starts
    }
}
