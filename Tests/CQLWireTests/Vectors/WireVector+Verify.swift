import CQLWire
import Testing

/// What holds for every vector, whatever its message is.
extension WireVector {
    /// Runs all checks.
    func verify() throws {
        try verifyWhole()
        try verifyByteByByte()
        try verifyConcatenated()
        try verifyEncoding()
        try verifyTruncations()
        try verifyLeftovers()
        verifyMutations()
    }

    private var decoder: FrameDecoder { FrameDecoder(receiving: Envelope.direction) }

    private func verifyWhole() throws {
        var decoder = self.decoder
        decoder.append(bytes)
        let frame = try #require(try decoder.next(), "no frame")
        #expect(try decoder.next() == nil, "a second frame")
        #expect(decoder.pendingByteCount == 0, "bytes stay behind")
        #expect(frame.header.stream == stream)
        #expect(frame.bytes == bytes, "the raw frame differs")
        #expect(try Envelope(frame) == meaning)
    }

    private func verifyByteByByte() throws {
        var decoder = self.decoder
        for (index, byte) in bytes.enumerated() {
            #expect(try decoder.next() == nil, "a frame after \(index) of \(bytes.count) bytes")
            #expect(decoder.pendingByteCount == index)
            decoder.append(CollectionOfOne(byte))
        }
        let frame = try #require(try decoder.next(), "no frame after the last byte")
        #expect(try Envelope(frame) == meaning)
    }

    private func verifyConcatenated() throws {
        let stream = Array([bytes, bytes, bytes].joined())
        for size in [2, 3, 7, 10, bytes.count + 1, stream.count] {
            var decoder = self.decoder
            var frames = 0
            for start in Swift.stride(from: 0, to: stream.count, by: size) {
                decoder.append(stream[start..<min(start + size, stream.count)])
                while let frame = try decoder.next() {
                    #expect(try Envelope(frame) == meaning)
                    frames += 1
                }
            }
            #expect(frames == 3, "in pieces of \(size)")
        }
    }

    private func verifyEncoding() throws {
        let encoded = try meaning.encodedFrame(stream: stream)
        if isCanonical { #expect(hexText(encoded.bytes) == hexText(bytes)) }
        #expect(encoded.bytes.count == bytes.count)
        #expect(try Envelope(encoded) == meaning)
    }

    private func frame() throws -> RawFrame {
        var decoder = self.decoder
        decoder.append(bytes)
        return try #require(try decoder.next())
    }

    /// Every body that ends early is an error that names the frame.
    private func verifyTruncations() throws {
        var frame = try self.frame()
        let body = frame.body
        for length in body.indices {
            frame.body = Array(body[..<length])
            frame.header.bodyLength = Int32(length)
            let error = #expect(throws: WireError.self, "\(length) of \(body.count) bytes") { try Envelope(frame) }
            #expect(error?.stream == stream && error?.opcode == frame.header.opcode)
        }
    }

    /// A byte too many is an error, but for ERROR.
    private func verifyLeftovers() throws {
        var frame = try self.frame()
        frame.body.append(0)
        frame.header.bodyLength += 1
        if frame.header.opcode == .error {
            #expect(try Envelope(frame) == meaning)
        } else {
            #expect(throws: WireError.self) { try Envelope(frame) }
        }
    }

    /// Every frame that differs in one byte is decoded or is an error; what is decoded can be encoded.
    private func verifyMutations() {
        for index in bytes.indices {
            for mutant in (0..<8).map({ bytes[index] ^ (1 << $0) }) + [0x00, 0x01, 0x7f, 0x80, 0xff] {
                var mutated = bytes
                mutated[index] = mutant
                exercise(mutated, as: Envelope.self, "byte \(index) as \(mutant)")
            }
        }
    }
}

/// Decodes hostile bytes as far as they go: frames, messages, values.
///
/// What is decoded has to survive a round trip.
func exercise<Envelope: WireEnvelope>(_ bytes: [UInt8], as: Envelope.Type, _ comment: Comment) {
    var decoder = FrameDecoder(receiving: Envelope.direction, maximumBodyLength: 1 << 20)
    decoder.append(bytes)
    while let frame = try? decoder.next() {
        guard let envelope = try? Envelope(frame) else { continue }
        if let response = envelope as? ResponseEnvelope { touchValues(response.message) }
        do {
            let again = try Envelope(envelope.encodedFrame(stream: 5))
            #expect(again == envelope, comment)
        } catch {
            Issue.record(error, comment)
        }
    }
}

/// Decodes all values of rows, and renders them; errors are fine.
private func touchValues(_ message: Response) {
    guard case .result(.rows(let rows)) = message else { return }
    for row in rows {
        for column in rows.columns.indices {
            guard let value = try? row.value(at: column) else { continue }
            _ = try? value.literal()
            // Not every value that is read can be written: a time may be beyond the day.
            _ = try? value.encoded(as: rows.columns[column].type)
        }
    }
}
