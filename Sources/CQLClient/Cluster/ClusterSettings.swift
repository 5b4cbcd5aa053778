import CQLWire
public import EventLoop
public import FoundationEssentials

/// How to reach a cluster and how to talk to it.
public struct ClusterSettings: Sendable {
    /// Whom to ask first, in this order.
    public var contactPoints: [ContactPoint]
    /// The data centre whose nodes are to coordinate; nil: that of the first node that answers.
    public var localDataCenter: String?
    /// Sent when a node asks for them.
    public var credentials: Credentials?
    /// For statements that do not say otherwise.
    public var consistency: Consistency
    /// For conditions of statements that do not say otherwise: `.serial` or `.localSerial`.
    public var serialConsistency: Consistency
    /// How long to wait for the answer to a request that is not DDL.
    public var requestTimeout: Duration
    /// How long to wait for the answer to a DDL statement; nil: as the platform needs it.
    public var ddlTimeout: Duration?
    /// How long a node may take for the connection and the handshake together.
    public var connectTimeout: Duration
    /// The loop that the connections live on; nil: that of the process.
    public var loop: Loop?
    /// The clock of that loop.
    public var clock: MonotonicClock { loop.map { MonotonicClock(of: $0) } ?? .system }
    /// The wall clock of this machine, with which those of the nodes are compared.
    public var wallClock: @Sendable () -> Date = { Date.now }

    /// Settings with the defaults of the command line.
    public init(
        contactPoints: [ContactPoint], localDataCenter: String? = nil, credentials: Credentials? = nil,
        consistency: Consistency = .localQuorum, serialConsistency: Consistency = .serial,
        requestTimeout: Duration = .seconds(10), ddlTimeout: Duration? = nil,
        connectTimeout: Duration = .seconds(5)
    ) {
        self.contactPoints = contactPoints
        self.localDataCenter = localDataCenter
        self.credentials = credentials
        self.consistency = consistency
        self.serialConsistency = serialConsistency
        self.requestTimeout = requestTimeout
        self.ddlTimeout = ddlTimeout
        self.connectTimeout = connectTimeout
    }
}
