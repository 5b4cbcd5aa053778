import Synchronization

/// A file of CQL exactly as its bytes are, with the name to show for it.
///
/// All positions in this module are byte offsets into ``bytes``, including a byte order mark, so that a range cuts the
/// file where an editor would. Bytes that are not UTF-8 are kept and reported in ``encodingDiagnostics``; nothing that
/// reads the text traps on them.
public struct SourceText: Sendable {
    /// Statements and diagnostics carry their text along, so it is shared: a copy is one reference.
    private let storage: Storage

    /// Takes the bytes of a file as they are.
    public init(name: String, bytes: [UInt8]) {
        storage = Storage(name: name, bytes: bytes)
    }

    /// Takes text that is in memory already.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The name as it is shown to people: usually a path relative to the working directory.
    public var name: String { storage.name }

    /// The bytes of the file.
    public var bytes: [UInt8] { storage.bytes }

    /// What is wrong with the encoding: the first byte that is not UTF-8, and the first NUL.
    ///
    /// Empty for good text. ``LexedText`` and ``ParsedScript`` repeat these among their own diagnostics.
    public var encodingDiagnostics: [Diagnostic] { storage.encodingDiagnostics }

    /// Whether there is nothing but ASCII in it, and no NUL.
    public var isASCII: Bool { storage.isASCII }

    /// The offset of the first byte of each line.
    ///
    /// Never empty.
    var lineStarts: [Int] { storage.lineStarts }

    /// The offset at which the text begins: 3 behind a UTF-8 byte order mark, otherwise 0.
    public var contentStart: Int {
        bytes.starts(with: ByteSurvey.byteOrderMark) ? ByteSurvey.byteOrderMark.count : 0
    }

    /// How many lines there are; an empty file has one, and so has the empty line behind a final line end.
    public var lineCount: Int { lineStarts.count }

    /// The line and column of a byte.
    ///
    /// Offsets outside of the file count as its first byte or its end.
    public func location(at offset: Int) -> SourceLocation {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(at: offset)
        let start = contentStart(ofLine: line)
        var column = 1
        if start < offset {
            for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { column += 1 }
        }
        return SourceLocation(line: line + 1, column: column)
    }

    /// The text of a line, from 1, without its line end and without a byte order mark; empty for a line that is not
    /// there.
    public func lineText(_ line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        return text(in: contentRange(ofLine: line - 1))
    }

    /// The text of a range of bytes.
    ///
    /// What lies outside of the file is left out, and bytes that are not UTF-8 become U+FFFD.
    public func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }

    /// Whether the word is in the text that passwords are told by. Whoever shows many of its lines asks once.
    var mayHoldPasswords: Bool {
        let known = storage.passwords.load(ordering: .relaxed)
        guard known == 0 else { return known == 2 }
        let isPossible = PasswordMask.mayHoldAny(bytes)
        storage.passwords.store(isPossible ? 2 : 1, ordering: .relaxed)
        return isPossible
    }

    /// The index of the line, from 0, that holds an offset of the file.
    func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, from 0, without its end.
    func contentRange(ofLine line: Int) -> Range<Int> {
        let start = contentStart(ofLine: line)
        guard line + 1 < lineStarts.count else { return start..<bytes.count }
        var end = lineStarts[line + 1] - 1
        if end > start, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private func contentStart(ofLine line: Int) -> Int {
        line == 0 ? contentStart : lineStarts[line]
    }
}

extension SourceText: Hashable {
    /// Whether two texts have the same name and the same bytes.
    public static func == (left: SourceText, right: SourceText) -> Bool {
        left.storage === right.storage || (left.name == right.name && left.bytes == right.bytes)
    }

    /// Hashes the name and the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(bytes)
    }
}

extension SourceText {
    private final class Storage: Sendable {
        let name: String
        let bytes: [UInt8]
        let encodingDiagnostics: [Diagnostic]
        let isASCII: Bool
        private let lines = AtomicLazyReference<LineIndex>()
        /// Whether there may be a password: 0 before anybody asked, then 1 for no and 2 for yes.
        let passwords = Atomic<UInt8>(0)

        init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            let survey = ByteSurvey(of: bytes)
            isASCII = survey.isASCII
            encodingDiagnostics = survey.diagnostics(for: bytes)
        }

        var lineStarts: [Int] { (lines.load() ?? lines.storeIfNil(LineIndex(of: bytes))).starts }
    }
}
