public import CQLWire
public import EventLoop

/// What a scripted server does: requests in, reactions out. A value, so that a test can look into it and change it.
public protocol ServerScript: Sendable {
    /// The server listens, on one address for each node.
    mutating func listening(on addresses: [SocketAddress])

    /// Somebody has connected.
    mutating func accepted(_ connection: ServedConnection) throws(WireError) -> [Reaction]

    /// Bytes have come, so many on this connection since it was made; the requests among them are told of afterwards.
    mutating func received(bytes total: Int, on connection: ServedConnection) throws(WireError) -> [Reaction]

    /// A request has come.
    mutating func received(_ request: ReceivedRequest) throws(WireError) -> [Reaction]

    /// A connection is gone, whoever ended it.
    mutating func closed(_ connection: ServedConnection)
}

extension ServerScript {
    /// Takes no notice.
    public mutating func listening(on addresses: [SocketAddress]) {}
    /// Waits for what comes.
    public mutating func accepted(_ connection: ServedConnection) throws(WireError) -> [Reaction] { [] }
    /// Waits for whole requests.
    public mutating func received(bytes total: Int, on connection: ServedConnection) throws(WireError) -> [Reaction] {
        []
    }
    /// Takes no notice.
    public mutating func closed(_ connection: ServedConnection) {}
}

/// A connection of a server.
public struct ServedConnection: Hashable, Sendable {
    /// Which of the addresses that the server listens on, from 0.
    public let node: Int
    /// Which of all the connections that the server took, from 0.
    public let number: Int
}

/// A request as it came.
public struct ReceivedRequest: Sendable {
    /// Where it came in.
    public let connection: ServedConnection
    /// Its stream.
    public let stream: Int16
    /// What it says.
    public let message: Request

    /// The frame that answers it.
    public func answer(_ response: Response, warnings: [String] = []) throws(WireError) -> Reaction {
        .send(try ResponseEnvelope(response, warnings: warnings).frame(stream: stream).bytes, to: connection)
    }
}

/// What a server does.
public enum Reaction: Hashable, Sendable {
    /// Sends bytes, whatever they mean.
    case send([UInt8], to: ServedConnection)
    /// Closes a connection. Where bytes of the client have not been read the system resets it.
    case close(ServedConnection)
}
