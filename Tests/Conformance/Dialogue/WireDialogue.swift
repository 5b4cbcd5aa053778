public import CQLWire
import Glibc

/// A connection that asks one request after the other and waits for each answer: the protocol and nothing else.
public final class WireDialogue {
    private let descriptor: Int32
    private var decoder = FrameDecoder(receiving: .response)
    private var stream: Int16 = 0

    /// A node that says nothing for so long is no slow one: 6.0 itself waits for its metadata service for 120 s.
    private static let patience = 150

    /// Connects to a node of IPv4 and greets it.
    ///
    /// - Throws: `DialogueError`.
    public init(host: String, port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw DialogueError("socket: error \(errno)") }
        try connect(host, port)
        guard case .ready = try ask(.startup(["CQL_VERSION": "3.0.0"])).message else {
            throw DialogueError("the node did not answer STARTUP with READY")
        }
    }

    deinit { close(descriptor) }

    /// Sends a request and waits for its answer; events are passed over.
    public func ask(_ request: Request) throws -> ResponseEnvelope {
        stream = stream == .max ? 0 : stream + 1
        try send(RequestEnvelope(request).frame(stream: stream).bytes)
        while true {
            let frame: RawFrame
            do { frame = try receive() } catch let error as DialogueError {
                throw DialogueError("\(error.description) after \(request)")
            }
            if frame.header.stream == stream { return try ResponseEnvelope(frame) }
            guard frame.header.stream < 0 else {
                throw DialogueError("an answer on stream \(frame.header.stream) to a request on \(stream)")
            }
        }
    }

    private func connect(_ host: String, _ port: UInt16) throws {
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw DialogueError("\(host) is no address of IPv4")
        }
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw DialogueError("connecting to \(host):\(port): error \(errno)") }
    }

    private func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = Array(rest)
            let count = unsafe Glibc.send(descriptor, chunk, chunk.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { throw DialogueError("writing: error \(errno)") }
            rest = rest.dropFirst(count)
        }
    }

    private func receive() throws -> RawFrame {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let frame = try decoder.next() { return frame }
            let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else {
                if count == 0 { throw DialogueError("the node closed the connection") }
                throw DialogueError(
                    errno == EAGAIN ? "no answer in \(Self.patience) s" : "reading: error \(errno)")
            }
            decoder.append(buffer[..<count])
        }
    }
}

/// Why there is no answer at all.
public struct DialogueError: Error, CustomStringConvertible {
    /// What happened.
    public let description: String

    /// Makes an error.
    public init(_ description: String) { self.description = description }
}
