/// Which side a frame comes from: the highest bit of its first byte.
public enum FrameDirection: Hashable, Sendable {
    /// From a client to a server.
    case request
    /// From a server to a client.
    case response
}
