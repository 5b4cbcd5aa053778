/// A release of a server, such as `5.0.9` or `6.0-alpha2`.
public struct ReleaseVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first number.
    public let major: Int
    /// The second number; 0 when there is none.
    public let minor: Int
    /// The third number; 0 when there is none.
    public let patch: Int
    /// What stands behind the three numbers, such as `-alpha2`.
    private let suffix: String
    private let text: String

    /// Reads the `release_version` of a node; nil when it does not begin with a number.
    public init?(_ text: String) {
        let core = text.prefix { $0 != "-" && $0 != "+" && $0 != "~" }
        let numbers = core.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = numbers.first, let major = first else { return nil }
        self.major = major
        minor = numbers.count > 1 ? numbers[1] ?? 0 : 0
        patch = numbers.count > 2 ? numbers[2] ?? 0 : 0
        suffix = core.split(separator: ".").dropFirst(3).joined(separator: ".") + text.dropFirst(core.count)
        self.text = text
    }

    /// A release by its numbers, to compare with.
    public init(_ major: Int, _ minor: Int = 0, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
        suffix = ""
        text = "\(major).\(minor).\(patch)"
    }

    /// By what they say, not by how: a node of 6.0-alpha2 calls itself that, and is `6.0.0-alpha2` in the `system.peers_v2`
    /// of the others (seen on 6.0-alpha2).
    public static func == (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        (left.major, left.minor, left.patch, left.suffix) == (right.major, right.minor, right.patch, right.suffix)
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
        hasher.combine(suffix)
    }

    /// By the numbers alone: `6.0-alpha2` does not come before `6.0`, because features are asked for by number.
    public static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// As the node writes it.
    public var description: String { text }
}
