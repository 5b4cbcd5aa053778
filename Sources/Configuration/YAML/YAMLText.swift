/// Places in the text of a YAML file, counted in characters as libyaml does.
enum YAMLText {
    /// The place of the first byte that is not part of UTF-8; nil when all are.
    static func firstInvalidPlace(in bytes: [UInt8]) -> YAMLMark? {
        var walk = Walk(bytes)
        while walk.next() != nil {}
        return walk.isInvalid ? walk.mark : nil
    }

    /// The place of the character that the byte belongs to; the end for a byte behind it.
    static func mark(ofByte offset: Int, in bytes: [UInt8]) -> YAMLMark {
        var walk = Walk(bytes)
        while walk.offset < offset, walk.next() != nil {}
        return walk.mark
    }

    /// The character at a place; nil at the end of a line or of the text.
    static func character(at mark: YAMLMark, in bytes: [UInt8]) -> Unicode.Scalar? {
        var walk = Walk(bytes)
        while walk.mark != mark {
            guard walk.next() != nil else { return nil }
        }
        return walk.next()
    }

    private struct Walk {
        private var parser = Unicode.UTF8.ForwardParser()
        private var bytes: IndexingIterator<[UInt8]>
        private var afterReturn = false
        private(set) var offset = 0
        private(set) var mark = YAMLMark.start
        private(set) var isInvalid = false

        init(_ bytes: [UInt8]) {
            self.bytes = bytes.makeIterator()
        }

        mutating func next() -> Unicode.Scalar? {
            guard case .valid(let encoded) = parse() else { return nil }
            let scalar = Unicode.UTF8.decode(encoded)
            offset += encoded.count
            switch scalar {
            case "\n" where afterReturn: break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": mark = YAMLMark(line: mark.line + 1, column: 1)
            default: mark.column += 1
            }
            afterReturn = scalar == "\r"
            return scalar
        }

        private mutating func parse() -> Unicode.ParseResult<Unicode.UTF8.EncodedScalar> {
            let result = parser.parseScalar(from: &bytes)
            if case .error = result { isInvalid = true }
            return result
        }
    }
}
