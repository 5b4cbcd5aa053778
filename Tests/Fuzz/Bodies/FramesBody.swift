import CQLWire

/// Takes any bytes as a stream of frames, and holds the decoders to what is true of every stream.
///
/// The first byte says which side is listened to and in pieces of which size the bytes arrive; the rest is the stream.
public func fuzzFrames(_ bytes: [UInt8]) throws(BrokenInvariant) {
    guard let control = bytes.first else { return }
    let direction: FrameDirection = control & 1 == 0 ? .response : .request
    let stream = bytes.dropFirst()
    let whole = DecodedStream(stream, direction, pieces: stream.count)
    let pieces = DecodedStream(stream, direction, pieces: Int(control >> 1) + 1)
    try require(whole == pieces, "in pieces of \(control >> 1) + 1 bytes: \(pieces), at once: \(whole)")
    try checkCoverage(whole, stream)
    for frame in whole.frames {
        switch direction {
        case .response: try checkResponse(frame)
        case .request: try checkRequest(frame)
        }
    }
}

/// What a decoder makes of a stream.
private struct DecodedStream: Equatable {
    private(set) var frames: [RawFrame] = []
    private(set) var error: WireError?
    /// How many bytes wait for more.
    private(set) var pending = 0

    init(_ stream: ArraySlice<UInt8>, _ direction: FrameDirection, pieces size: Int) {
        // A limit that inputs of this size can exceed.
        var decoder = FrameDecoder(receiving: direction, maximumBodyLength: 1 << 16)
        var rest = stream
        while !rest.isEmpty && error == nil {
            decoder.append(rest.prefix(size))
            rest = rest.dropFirst(size)
            do throws(WireError) {
                while let frame = try decoder.next() { frames.append(frame) }
            } catch {
                self.error = error
            }
        }
        pending = decoder.pendingByteCount
    }
}

/// The frames and what is pending are the bytes that arrived, none twice and none left out.
private func checkCoverage(_ decoded: DecodedStream, _ stream: ArraySlice<UInt8>) throws(BrokenInvariant) {
    let written = decoded.frames.flatMap(\.bytes)
    try require(stream.starts(with: written), "the frames are not what arrived")
    guard decoded.error == nil else { return }
    try require(written.count + decoded.pending == stream.count, "\(decoded.pending) of \(stream.count) bytes pending")
}

/// A response that was understood is written as one that means the same.
private func checkResponse(_ frame: RawFrame) throws(BrokenInvariant) {
    guard let envelope = try? ResponseEnvelope(frame) else { return }
    if case .result(.rows(let rows)) = envelope.message { try checkValues(rows) }
    // A server refuses a version in its own one, and such an answer is only read.
    guard frame.header.version == .v4 else { return }
    let again: ResponseEnvelope
    do throws(WireError) {
        again = try ResponseEnvelope(try envelope.frame(stream: frame.header.stream))
    } catch {
        throw BrokenInvariant("\(envelope) was read and cannot be written and read again: \(error)")
    }
    try require(again == envelope, "\(envelope) is written as \(again)")
}

/// A request that was understood is written as one that means the same.
private func checkRequest(_ frame: RawFrame) throws(BrokenInvariant) {
    guard let envelope = try? RequestEnvelope(frame) else { return }
    let again: RequestEnvelope
    do throws(WireError) {
        again = try RequestEnvelope(try envelope.frame(stream: frame.header.stream))
    } catch {
        throw BrokenInvariant("\(envelope) was read and cannot be written and read again: \(error)")
    }
    try require(again == envelope, "\(envelope) is written as \(again)")
}

/// Every cell is a value of its column's type or an error, and a value is written as one that means the same.
private func checkValues(_ rows: Rows) throws(BrokenInvariant) {
    for row in rows {
        for (index, column) in row.columns.enumerated() {
            guard let value = try? row.value(at: index) else { continue }
            _ = try? value.literal()
            // What is only read as it comes, such as an invalid timeuuid, is refused when it is to be written.
            guard let bytes = try? value.encoded(as: column.type) else { continue }
            guard let again = try? CQLValue(decoding: bytes[...], as: column.type),
                let more = try? again.encoded(as: column.type)
            else { throw BrokenInvariant("\(value) of type \(column.type) is written as \(bytes), which is none") }
            // The bytes rather than the values: a NaN does not equal itself.
            try require(more == bytes, "\(value) of type \(column.type) is written as \(bytes) and then \(more)")
        }
    }
}
