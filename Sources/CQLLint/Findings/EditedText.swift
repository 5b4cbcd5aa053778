/// A text after edits.
public struct EditedText: Sendable {
    /// The bytes of the text as it is now.
    public let bytes: [UInt8]
    /// How many edits were made; the others touch bytes that an earlier one has changed.
    public let count: Int

    /// Makes edits, those that come first in the text first.
    ///
    /// - Parameters:
    ///   - bytes: the text; edits that reach beyond it are left out.
    ///   - edits: in any order; of two that overlap, or put something in at one place, the first is made.
    public init(_ bytes: [UInt8], _ edits: [TextEdit]) {
        var result: [UInt8] = []
        var copied = 0
        var count = 0
        var lastStart = -1
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= copied && edit.range.lowerBound > lastStart
            && edit.range.upperBound <= bytes.count
        {
            result += bytes[copied..<edit.range.lowerBound]
            result += edit.text.utf8
            copied = edit.range.upperBound
            lastStart = edit.range.lowerBound
            count += 1
        }
        self.bytes = result + bytes[copied...]
        self.count = count
    }
}
