import CQLWire
import Testing

/// Whether the codec agrees with the Python driver; see ``PythonDriverVectors``.
@Suite struct PythonDriverTests {
    struct Value: Sendable, CustomTestStringConvertible {
        let className: String
        let bytes: [UInt8]
        let literal: String
        var testDescription: String { "\(className) \(literal)" }
    }

    static let values = PythonDriverVectors.values.split(separator: "\n").map { line in
        let fields = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
        return Value(
            className: String(fields[0].dropLast()),
            bytes: hex(String(fields[1])),
            literal: String(fields[2].dropFirst())
        )
    }

    @Test("a value of the driver is read, written back, and rendered as the driver's value", arguments: values)
    func value(_ value: Value) throws {
        let type = CQLType(javaClassName: value.className)
        let decoded = try #require(try CQLValue.decode(value.bytes[...], as: type))
        #expect(try decoded.literal() == value.literal)
        #expect(try hexText(decoded.encoded(as: type)) == hexText(value.bytes))
        #expect(CQLType(javaClassName: type.javaClassName) == type)
    }

    static let requests = PythonDriverVectors.requests.split(separator: "\n").map(String.init)

    @Test("a request of the driver is read and written back", arguments: requests)
    func request(_ line: String) throws {
        let fields = line.split(separator: " ")
        let bytes = hex(String(fields[1]))
        var decoder = FrameDecoder(receiving: .request)
        decoder.append(bytes)
        let frame = try #require(try decoder.next())
        let request = try RequestEnvelope(frame)
        #expect(try hexText(request.frame(stream: frame.header.stream).bytes) == hexText(bytes))
        #expect(request.message.opcode.description.filter { $0 != "_" } == fields[0].uppercased())
    }
}
