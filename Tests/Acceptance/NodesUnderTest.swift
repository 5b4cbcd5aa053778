/// The nodes that the cases run on: real ones, or those of the embedded cluster.
public protocol NodesUnderTest: Sendable {
    /// Where each takes connections, `host` or `host:port`; node n is at n - 1.
    var addresses: [String] { get }
    /// The release that they run: 3.11, 4.1, 5.0 or 6.0.
    var release: String { get }

    /// Ends a node as a loss of power does.
    func kill(_ node: Int) async throws
    /// Lets a node keep its connections and answer nothing.
    func pause(_ node: Int) async throws
    /// Lets a paused node go on.
    func resume(_ node: Int) async throws
    /// Starts a killed node, and waits until the others see it.
    func restart(_ node: Int) async throws
    /// Waits until every node that runs knows which of the others are up.
    func settle() async throws
}
