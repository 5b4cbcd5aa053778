import CQLWire
import Testing

/// Bytes that a peer sends by mistake or in malice: all of them have to be decoded or refused, none may trap.
@Suite struct HostileInputTests {
    @Test(
        "a count of 2^31-1 fails before anything is allocated",
        arguments: [
            "00000002 00000001 7fffffff 0001 6b 0001 74 0001 61 0009 00000000",  // columns of rows
            "00000002 00000000 7fffffff 0001 6b 0001 74 0001 61 0009 00000000",  // columns of several tables
            "00000002 00000001 00000001 0001 6b 0001 74 0001 61 0009 7fffffff 00000004 00000001",  // rows
            "00000002 00000004 7fffffff 00000001 00000000",  // columns without metadata
            "00000002 00000004 7fffffff 7fffffff 00000000",  // both
            "00000002 00000004 00000000 7fffffff",  // rows without columns
            "00000004 0001 ab 00000001 7fffffff 00000000 0001 6b 0001 74",  // bind markers
            "00000004 0001 ab 00000001 00000001 7fffffff 0000",  // partition key markers
        ])
    func results(_ body: String) {
        #expect(exactError(result(hex(body)), as: ResponseEnvelope.self) != nil)
    }

    /// The frame of a RESULT.
    private func result(_ body: [UInt8]) -> [UInt8] {
        hex("84 00 0001 08") + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: body.count >> $0) } + body
    }

    @Test("65,536 columns are too many, even if they are all there")
    func manyColumns() {
        let columns = repeatElement(hex("0000 0000 0000 0009"), count: 65_536).joined()
        let error = exactError(
            result(hex("00000002 00000000 00010000") + columns + hex("00000000")),
            as: ResponseEnvelope.self
        )
        #expect(error?.kind == .tooLarge)
        #expect(error?.field == "the number of columns" && error?.had == "65536")
    }

    @Test(
        "negative counts are errors",
        arguments: [
            "00000002 00000001 ffffffff 0001 6b 0001 74 00000000",
            "00000002 00000004 ffffffff 00000000",
            "00000002 00000004 00000001 ffffffff",
            "00000004 0001 ab 00000001 ffffffff 00000000 0001 6b 0001 74",
            "00000004 0001 ab 00000001 00000001 ffffffff 0001 6b 0001 74",
        ])
    func negative(_ body: String) {
        let error = exactError(result(hex(body)), as: ResponseEnvelope.self)
        #expect(error?.had.hasPrefix("-") == true)
    }

    @Test(
        "values that announce too much fail before anything is allocated",
        arguments: [
            (CQLType.list(.int), "7fffffff 00000000"), (.set(.int), "7fffffff"),
            (.map(.int, .int), "7fffffff 00000000"),
            (.vector(.text, dimension: Int(Int32.max)), "00 00"), (.vector(.int, dimension: Int(Int32.max)), "00 00"),
            (
                .vector(
                    .vector(.vector(.int, dimension: Int(Int32.max)), dimension: Int(Int32.max)),
                    dimension: 2_000_000_000),
                "00000000"
            ),
            (.vector(.text, dimension: 1), "ffffffffffffffffff 61"), (.list(.int), "00000001 7fffffff 00"),
            (.tuple([.text]), "7fffffff 00"), (.vector(.text, dimension: 0), "00"),
        ])
    func values(_ type: CQLType, _ bytes: String) {
        #expect(throws: WireError.self) { try CQLValue.decode(hex(bytes)[...], as: type) }
    }

    @Test("short values of a type with many fields stay short")
    func manyFields() throws {
        let fields = (0..<65_535).map { UserDefinedType.Field(name: "f\($0)", type: .int) }
        let type = CQLType.list(.udt(UserDefinedType(keyspace: "k", name: "t", fields: fields)))
        let bytes = hex("00002710") + [UInt8](repeating: 0, count: 4 * 10_000)
        #expect(try CQLValue.decode(bytes[...], as: type) == .list([CQLValue](repeating: .udt([]), count: 10_000)))
        let tuple = CQLType.list(.tuple([CQLType](repeating: .int, count: 65_535)))
        #expect(try CQLValue.decode(bytes[...], as: tuple) == .list([CQLValue](repeating: .tuple([]), count: 10_000)))
    }

    @Test("a column of a type nested without end is an error")
    func endlessType() {
        let types = repeatElement([0x00, 0x22] as [UInt8], count: 100_000).joined()
        let error = exactError(
            result(hex("00000002 00000001 00000001 0001 6b 0001 74 0001 61") + types),
            as: ResponseEnvelope.self
        )
        #expect(error?.kind == .tooLarge)
        #expect(error?.field == "the type of column 1")
    }

    @Test("messages of random bytes are decoded or refused", arguments: 0..<20 as Range<UInt64>)
    func randomBodies(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for opcode in 0...0x11 as ClosedRange<UInt8> {
            for _ in 0..<60 {
                // Small numbers, as counts and lengths, reach further into a message than any others.
                let body = generator.array(upTo: 60) { $0.once(in: 3) ? UInt8($0.below(256)) : UInt8($0.below(4)) }
                let flags = generator.once(in: 8) ? UInt8(generator.below(16)) & 0x0e : 0
                let rest = [flags, 0, 1, opcode, 0, 0, 0, UInt8(body.count)] + body
                exercise([0x84] + rest, as: ResponseEnvelope.self, "seed \(seed)")
                exercise([0x04] + rest, as: RequestEnvelope.self, "seed \(seed)")
            }
        }
    }

    @Test("messages with several changes are decoded or refused", arguments: 0..<40 as Range<UInt64>)
    func mutatedMessages(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let response = try generator.response().frame(stream: 1).bytes
            let request = try generator.request().frame(stream: 1).bytes
            for _ in 0..<5 {
                exercise(mutate(response, &generator), as: ResponseEnvelope.self, "seed \(seed)")
                exercise(mutate(request, &generator), as: RequestEnvelope.self, "seed \(seed)")
            }
        }
    }

    @Test("values of random bytes are decoded or refused", arguments: 0..<40 as Range<UInt64>)
    func randomValues(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let type = generator.type(depth: 3)
            let bytes = try generator.value(of: type).encoded(as: type)
            for _ in 0..<10 {
                guard let value = try? CQLValue.decode(mutate(bytes, &generator)[...], as: type) else { continue }
                _ = try? value.literal()
                _ = try? value.encoded(as: type)
            }
        }
    }

    /// Changes, removes, repeats or adds a few bytes.
    private func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var mutated = bytes
        for _ in 0...generator.below(3) {
            guard !mutated.isEmpty else { return mutated }
            let index = generator.below(mutated.count)
            switch generator.below(6) {
            case 0: mutated.remove(at: index)
            case 1: mutated.insert(generator.pick([0, 1, 0x7f, 0x80, 0xff]), at: index)
            case 2: mutated[index] = generator.pick([0, 1, 0x7f, 0x80, 0xff])
            case 3: mutated[index] ^= 1 << UInt8(generator.below(8))
            case 4: mutated.append(contentsOf: mutated[index...].prefix(8))
            default: mutated[index] &+= 1
            }
        }
        return mutated
    }
}
