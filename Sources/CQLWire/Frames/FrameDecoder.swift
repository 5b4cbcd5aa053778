/// Cuts a stream of received bytes into frames.
///
/// Feed it with ``append(_:)`` in pieces of any size and call ``next()`` until that returns nil. After an error the
/// stream cannot be understood any more: every later call throws the same error and received bytes are dropped.
///
/// Memory follows the bytes received, never a length that the peer only announced, and each byte is moved a bounded
/// number of times.
public struct FrameDecoder: Sendable {
    /// The longest body that the protocol allows, 256 MiB (native_protocol_v4.spec §2.5).
    public static let protocolMaximumBodyLength = 256 * 1024 * 1024

    private let direction: FrameDirection
    private let maximumBodyLength: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var header: FrameHeader?
    private var failure: WireError?

    /// Creates a decoder at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - direction: What the peer sends: a client receives responses, a server requests.
    ///   - maximumBodyLength: The longest body that is accepted, in bytes.
    public init(
        receiving direction: FrameDirection,
        maximumBodyLength: Int = FrameDecoder.protocolMaximumBodyLength
    ) {
        self.direction = direction
        self.maximumBodyLength = maximumBodyLength
    }

    /// How many received bytes have not been returned as part of a frame.
    ///
    /// When the peer closes the connection, a number other than 0 means that it did so within a frame.
    public var pendingByteCount: Int {
        buffer.count - start + (header.map { FrameHeader.size(of: $0.version) } ?? 0)
    }

    /// Takes over bytes that were received.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        guard failure == nil else { return }
        if start > 0 && start >= buffer.count / 2 {
            // At most as many bytes stay as are dropped, so each byte is moved once on average.
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole frame, or nil as long as it has not arrived.
    public mutating func next() throws(WireError) -> RawFrame? {
        if let failure { throw failure }
        do throws(WireError) {
            return try decodeNext()
        } catch {
            failure = error
            buffer = []
            start = 0
            header = nil
            throw error
        }
    }

    private mutating func decodeNext() throws(WireError) -> RawFrame? {
        if header == nil { header = try decodeHeader() }
        guard let header else { return nil }
        let length = Int(header.bodyLength)
        guard buffer.count - start >= length else { return nil }
        let body = Array(buffer[start..<(start + length)])
        start += length
        self.header = nil
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= 64 * 1024)
            start = 0
        }
        return RawFrame(header: header, body: body)
    }

    private mutating func decodeHeader() throws(WireError) -> FrameHeader? {
        guard start < buffer.count else { return nil }
        let (version, from) = FrameHeader.parse(firstByte: buffer[start])
        // Judged on the first byte, because what speaks another protocol may say less than a header.
        guard from == direction else {
            throw .malformed(
                "the version of the frame header",
                needed: direction == .response
                    ? "the version of a response (0x83 to 0x85)" : "the version of a request (0x03 to 0x05)",
                had: "0x\(String(buffer[start], radix: 16)): the peer may speak TLS or not be a Cassandra node"
            )
        }
        let size = FrameHeader.size(of: version)
        guard buffer.count - start >= size else { return nil }
        var reader = ByteReader(buffer[start..<(start + size)])
        let header = try FrameHeader(from: &reader)
        start += size
        guard header.bodyLength >= 0, Int(header.bodyLength) <= maximumBodyLength else {
            throw WireError(
                header.bodyLength < 0 ? .malformed : .tooLarge,
                field: "the body length of the frame header",
                needed: "a length from 0 to \(maximumBodyLength)",
                had: "\(header.bodyLength)",
                opcode: header.opcode,
                stream: header.stream
            )
        }
        return header
    }
}
