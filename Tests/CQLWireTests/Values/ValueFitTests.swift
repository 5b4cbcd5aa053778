import CQLWire
import FoundationEssentials
import Testing

/// What cannot be written as a value of a type.
@Suite struct ValueFitTests {
    @Test(
        "a value of another kind than the type is an error",
        arguments: [
            (CQLValue.text("1"), CQLType.int), (.int(1), .bigint), (.int(1), .text), (.list([]), .set(.int)),
            (.blob([]), .custom("x")), (.empty, .text), (.empty, .blob), (.empty, .tuple([.int])),
            (.uuid(UUID()), .timeuuid),
        ])
    func kinds(_ value: CQLValue, _ type: CQLType) {
        let error = #expect(throws: WireError.self) { try value.encoded(as: type) }
        #expect(error?.kind == .unencodable)
        #expect(error?.needed == "a value of type \(type)")
    }

    @Test("an error within a nested value says where")
    func nested() {
        let value = CQLValue.list([.map([]), .map([.init(.int(1), .int(1))])])
        let error = #expect(throws: WireError.self) { try value.encoded(as: .list(.map(.int, .text))) }
        #expect(
            error?.description
                == "a value of entry 1 of element 2 needs a value of type text, but has a value of kind int."
        )
    }

    @Test("text beyond ASCII is no ascii")
    func ascii() {
        #expect(throws: WireError.self) { try CQLValue.ascii("é").encoded(as: .ascii) }
    }

    @Test("a time is within a day", arguments: [-1, 86_400_000_000_000])
    func time(_ nanoseconds: Int64) {
        #expect(throws: WireError.self) { try CQLValue.time(nanoseconds).encoded(as: .time) }
    }

    @Test("a timeuuid has version 1")
    func timeUUID() throws {
        let random = try #require(UUID(uuidString: "00112233-4455-4677-8899-aabbccddeeff"))
        let error = #expect(throws: WireError.self) { try CQLValue.timeuuid(random).encoded(as: .timeuuid) }
        #expect(error?.had == "one of version 4")
    }

    @Test("parts of a duration have one sign")
    func duration() {
        #expect(CQLDuration(months: 1, days: 0, nanoseconds: -1) == nil)
        #expect(CQLDuration(months: 0, days: -1, nanoseconds: 1) == nil)
        #expect(CQLDuration(months: 0, days: -1, nanoseconds: -1) != nil)
    }

    @Test("a tuple has no more elements than its type")
    func tuple() {
        #expect(throws: WireError.self) { try CQLValue.tuple([nil, nil]).encoded(as: .tuple([.int])) }
    }

    @Test("fields are written in the order of the type, missing ones in between as null")
    func fields() throws {
        let type = UserDefinedType(
            keyspace: "k",
            name: "t",
            fields: ["a", "b", "c", "d"].map { .init(name: $0, type: .tinyint) }
        )
        let value = CQLValue.udt([.init("c", .tinyint(3)), .init("a", .tinyint(1))])
        #expect(try hexText(value.encoded(as: .udt(type))) == "0000000101" + "ffffffff" + "0000000103")
        let stranger = CQLValue.udt([.init("e", nil)])
        let error = #expect(throws: WireError.self) { try stranger.encoded(as: .udt(type)) }
        #expect(error?.description == "a value of type t needs the fields a, b, c, d, but has e.")
    }

    @Test("a vector has just its number of elements, none of them empty if they have one size")
    func vector() {
        let type = CQLType.vector(.float, dimension: 2)
        #expect(throws: WireError.self) { try CQLValue.vector([.float(1)]).encoded(as: type) }
        #expect(throws: WireError.self) { try CQLValue.vector([.float(1), .empty]).encoded(as: type) }
    }

    @Test("a bound value is encoded for the type of its marker")
    func boundValue() throws {
        #expect(try BoundValue(.int(1), as: .int) == .bytes([0, 0, 0, 1]))
        #expect(try BoundValue(nil, as: .int) == .null)
        #expect(throws: WireError.self) { try BoundValue(.int(1), as: .text) }
    }
}
