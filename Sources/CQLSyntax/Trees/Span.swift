/// Where a part of a tree stands in the text that it was read from.
///
/// All spans are equal: two trees are equal when they say the same thing, wherever they stand.
public struct Span: Sendable {
    /// The bytes, from the first of the first token to the last of the last.
    ///
    /// Empty in a tree that was read from no text.
    public let range: Range<Int>

    /// A span of some bytes.
    public init(_ range: Range<Int>) { self.range = range }

    /// The span of what was read from no text.
    public static let none = Span(0..<0)
}

extension Span: Hashable {
    /// True: where something stands does not change what it says.
    public static func == (_: Span, _: Span) -> Bool { true }

    /// Adds nothing, as all spans are equal.
    public func hash(into _: inout Hasher) {}
}
