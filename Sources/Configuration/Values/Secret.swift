/// A value that no rendering shows: neither interpolation into a text, nor `dump`, nor a debugger's description.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What is shown in place of every secret; its length says nothing about the value's.
    public static let mask = "********"

    private let value: String

    /// Keeps a value from being shown.
    public init(_ value: String) {
        self.value = value
    }

    /// The value itself, for the one place that sends it to the server.
    public func revealed() -> String { value }

    /// The mask.
    public var description: String { Self.mask }

    /// The mask.
    public var debugDescription: String { Self.mask }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
