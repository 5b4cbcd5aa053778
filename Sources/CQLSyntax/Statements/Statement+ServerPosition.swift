extension Statement {
    /// The offset in the file of a position that a server's error message names, as in `line 3:14 no viable
    /// alternative`, when ``text`` was sent as it is.
    ///
    /// Lines count from 1 and end with LF only; columns count UTF-16 units from 0: that is ANTLR's `ANTLRStringStream`,
    /// which Cassandra's parser reads from. `line 0:-1`, which the parser says of the end of its input, is the
    /// statement's end, and so is every position behind it.
    public func offset(ofServerLine line: Int, column: Int) -> Int {
        guard line >= 1 else { return range.upperBound }
        var offset = range.lowerBound
        var currentLine = 1
        while currentLine < line {
            guard offset < range.upperBound else { return range.upperBound }
            if source.bytes[offset] == UInt8(ascii: "\n") { currentLine += 1 }
            offset += 1
        }
        var units = 0
        while units < column, offset < range.upperBound {
            let byte = source.bytes[offset]
            if byte == UInt8(ascii: "\n") { break }
            let length = UTF8Sequence(in: source.bytes, at: offset)?.length ?? 1
            // A scalar outside of the basic plane is two units, and the only kind of four bytes.
            units += length == 4 ? 2 : 1
            offset += length
        }
        return min(offset, range.upperBound)
    }
}
