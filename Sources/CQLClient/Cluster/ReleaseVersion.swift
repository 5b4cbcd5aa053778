/// A release of a server, such as `5.0.9` or `6.0-alpha2`.
public struct ReleaseVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first number.
    public let major: Int
    /// The second number; 0 when there is none.
    public let minor: Int
    /// The third number; 0 when there is none.
    public let patch: Int
    private let text: String

    /// Reads the `release_version` of a node; nil when it does not begin with a number.
    public init?(_ text: String) {
        let core = text.prefix { $0 != "-" && $0 != "+" && $0 != "~" }
        let numbers = core.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = numbers.first, let major = first else { return nil }
        self.major = major
        minor = numbers.count > 1 ? numbers[1] ?? 0 : 0
        patch = numbers.count > 2 ? numbers[2] ?? 0 : 0
        self.text = text
    }

    /// A release by its numbers, to compare with.
    public init(_ major: Int, _ minor: Int = 0, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
        text = "\(major).\(minor).\(patch)"
    }

    /// By the numbers alone: `6.0-alpha2` does not come before `6.0`, because features are asked for by number.
    public static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// As the node writes it.
    public var description: String { text }
}
