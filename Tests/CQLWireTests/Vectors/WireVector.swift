import CQLWire
import Testing

/// What requests and responses have in common, for the tests.
protocol WireEnvelope: Hashable, Sendable {
    static var direction: FrameDirection { get }
    init(_ frame: RawFrame) throws(WireError)
    func encodedFrame(stream: Int16) throws(WireError) -> RawFrame
}

extension RequestEnvelope: WireEnvelope {
    static var direction: FrameDirection { .request }
    func encodedFrame(stream: Int16) throws(WireError) -> RawFrame { try frame(stream: stream) }
}

extension ResponseEnvelope: WireEnvelope {
    static var direction: FrameDirection { .response }
    func encodedFrame(stream: Int16) throws(WireError) -> RawFrame { try frame(stream: stream) }
}

/// A frame as it is on the wire, and what it means.
struct WireVector<Envelope: WireEnvelope>: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let stream: Int16
    let meaning: Envelope
    /// False where the wire leaves a choice that the encoder makes differently, such as the order of a map.
    let isCanonical: Bool

    init(_ name: String, _ bytes: [UInt8], stream: Int16 = 1, _ meaning: Envelope, isCanonical: Bool = true) {
        self.name = name
        self.bytes = bytes
        self.stream = stream
        self.meaning = meaning
        self.isCanonical = isCanonical
    }

    var testDescription: String { name }
}

typealias RequestVector = WireVector<RequestEnvelope>
typealias ResponseVector = WireVector<ResponseEnvelope>

extension WireVector<RequestEnvelope> {
    init(_ name: String, _ bytes: [UInt8], stream: Int16 = 1, message: Request, isCanonical: Bool = true) {
        self.init(name, bytes, stream: stream, RequestEnvelope(message), isCanonical: isCanonical)
    }
}

extension WireVector<ResponseEnvelope> {
    init(_ name: String, _ bytes: [UInt8], stream: Int16 = 1, message: Response, isCanonical: Bool = true) {
        self.init(name, bytes, stream: stream, ResponseEnvelope(message), isCanonical: isCanonical)
    }
}
