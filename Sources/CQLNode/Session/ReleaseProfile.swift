public import CQLSyntax

/// How a release presents itself on the wire: what the node answers in its place.
///
/// Asked of real nodes: 3.11.19, 4.1.10, 5.0.9 and 6.0-alpha2.
public struct ReleaseProfile: Hashable, Sendable {
    /// The release.
    public let release: CassandraRelease

    /// The profile of a release.
    public init(_ release: CassandraRelease) { self.release = release }

    /// `release_version` of `system.local`.
    public var releaseVersion: String {
        switch release {
        case .v311: "3.11.19"
        case .v40: "4.0.20"
        case .v41: "4.1.10"
        case .v50: "5.0.9"
        case .v60: "6.0-alpha2"
        }
    }

    /// `cql_version` of `system.local` and of SUPPORTED.
    public var cqlVersion: String {
        switch release {
        case .v311: "3.4.4"
        case .v40: "3.4.5"
        case .v41: "3.4.6"
        case .v50: "3.4.7"
        case .v60: "3.4.8"
        }
    }

    /// The longest frame that is accepted, header included (`native_transport_max_frame_size`).
    var maximumFrameLength: Int { release < .v41 ? 256 * 1024 * 1024 : 16 * 1024 * 1024 }

    /// Whether a refused version is answered on the stream of the request rather than on stream 0.
    var refusesOnRequestStream: Bool { release >= .v50 }

    /// Whether a message before STARTUP is answered on the stream of the request rather than on stream 0.
    var answersEarlyMessageOnItsStream: Bool { release < .v40 || release >= .v50 }

    /// Whether a message before STARTUP ends the connection.
    var endsAfterEarlyMessage: Bool { release >= .v50 }

    /// What the node says in SUPPORTED: version 4 alone, and no compression.
    var supported: [String: [String]] {
        ["CQL_VERSION": [cqlVersion], "COMPRESSION": [], "PROTOCOL_VERSIONS": [Self.protocolVersion]]
    }

    /// The one version of the protocol that the node speaks, in the server's spelling.
    static let protocolVersion = "4/v4"
}
