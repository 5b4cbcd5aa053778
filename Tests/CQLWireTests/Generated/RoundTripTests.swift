import CQLWire
import Testing

/// Round trips of what a seeded generator makes; a failure names its seed as the argument of the test.
@Suite struct RoundTripTests {
    @Test("types and values of any nesting come back from their bytes", arguments: 0..<40 as Range<UInt64>)
    func values(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let type = generator.type(depth: 4)
            var writer = ByteWriter()
            try type.encode(into: &writer)
            var reader = ByteReader(writer.bytes)
            #expect(try CQLType(from: &reader) == type)
            #expect(reader.remaining == 0)
            #expect(CQLType(javaClassName: type.javaClassName) == type)

            let value = generator.value(of: type)
            let bytes = try value.encoded(as: type)
            #expect(try CQLValue.decode(bytes[...], as: type) == value, "\(type) \(hexText(bytes))")
        }
    }

    @Test("texts of big numbers and addresses come back", arguments: 0..<40 as Range<UInt64>)
    func texts(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let integer = BigInteger(twosComplement: generator.bytes(upTo: 60))
            #expect(BigInteger(integer.description) == integer)
            let decimal = BigDecimal(unscaled: integer, scale: generator.integer(Int32.self))
            #expect(BigDecimal(decimal.description) == decimal)
            let address = generator.inet()
            #expect(InetAddress(address.description) == address)
            let number = generator.integer(Int64.self)
            #expect(BigInteger(number).description == "\(number)")
            #expect(BigInteger("\(number)") == BigInteger(number))
        }
    }

    @Test("requests come back from their bytes", arguments: 0..<40 as Range<UInt64>)
    func requests(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let request = generator.request()
            let frame = try request.frame(stream: generator.integer(Int16.self))
            #expect(try RequestEnvelope(frame) == request)
        }
    }

    @Test("responses come back from their bytes", arguments: 0..<40 as Range<UInt64>)
    func responses(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let response = generator.response()
            let frame = try response.frame(stream: generator.integer(Int16.self))
            #expect(try ResponseEnvelope(frame) == response)
        }
    }
}
