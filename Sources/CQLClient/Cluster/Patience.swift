/// How long the client waits for nodes other than the coordinator before it goes by what others say of them.
struct Patience: Sendable {
    /// For the connecting and the handshake, and for the node's report on itself; nil: as long as for any node.
    var connecting: Duration?
    /// For the answer to the question after its schema version: a healthy node answers within milliseconds, and one that
    /// does not is asked through its peers meanwhile.
    var question = Duration.seconds(2)
    /// How long a heartbeat has to stand still to be that of a node that is down.
    var heartbeat = Duration.seconds(5)
}
