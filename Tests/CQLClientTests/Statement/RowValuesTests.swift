import CQLWire
import FoundationEssentials
import ScriptedServer
import Testing

@testable import CQLClient

@Suite struct RowValuesTests {
    private func row(_ type: CQLType, _ value: CQLValue?) throws -> Row {
        try #require(Array(try AnswerTable(row: [("c", type, value)]).encoded()).first)
    }

    @Test("texts")
    func texts() throws {
        #expect(try row(.text, .text("é")).text("c") == "é")
        #expect(try row(.ascii, .ascii("a")).text("c") == "a")
        #expect(try row(.text, .text("")).text("c") == "")
        #expect(try row(.text, nil).text("c") == nil)
    }

    @Test("integers of every width, and the milliseconds of a timestamp")
    func integers() throws {
        #expect(try row(.tinyint, .tinyint(-8)).integer("c") == -8)
        #expect(try row(.smallint, .smallint(-16)).integer("c") == -16)
        #expect(try row(.int, .int(.min)).integer("c") == Int64(Int32.min))
        #expect(try row(.bigint, .bigint(.max)).integer("c") == .max)
        #expect(try row(.counter, .counter(3)).integer("c") == 3)
        #expect(try row(.timestamp, .timestamp(1_700_000_000_000)).integer("c") == 1_700_000_000_000)
        #expect(try row(.int, nil).integer("c") == nil)
    }

    @Test("booleans, uuids and addresses")
    func others() throws {
        #expect(try row(.boolean, .boolean(true)).boolean("c") == true)
        let id = UUID(number: 7)
        #expect(try row(.uuid, .uuid(id)).uuid("c") == id)
        #expect(try row(.inet, .inet(try #require(InetAddress("::1")))).inet("c")?.count == 16)
        #expect(try row(.inet, nil).inet("c") == nil)
    }

    @Test("collections; null is an empty one")
    func collections() throws {
        #expect(try row(.list(.text), .list([.text("b"), .text("a")])).texts("c") == ["b", "a"])
        #expect(try row(.set(.text), .set([.text("a")])).texts("c") == ["a"])
        #expect(try row(.list(.text), nil).texts("c") == [])
        let map = CQLValue.map([.init(.text("class"), .text("S")), .init(.text("rf"), .text("3"))])
        #expect(try row(.map(.text, .text), map).textMap("c") == ["class": "S", "rf": "3"])
        #expect(try row(.map(.text, .text), nil).textMap("c") == [:])
    }

    @Test("the empty value that old clients could write is none")
    func emptyValue() throws {
        let table = try Rows(
            metadata: RowsMetadata(columns: [.init(keyspace: "k", table: "t", name: "c", type: .int)]), rows: [[[]]])
        let row = try #require(Array(table).first)
        #expect(try row.integer("c") == nil)
    }

    @Test("another type is an error that names the column and what it had")
    func wrongType() throws {
        let row = try row(.int, .int(5))
        #expect(
            throws: WireError(.malformed, field: "column 'c'", needed: "text", had: "int(5)")
        ) { try row.text("c") }
        #expect(throws: WireError.self) { try row.boolean("c") }
        #expect(throws: WireError.self) { try row.uuid("c") }
        #expect(throws: WireError.self) { try row.inet("c") }
        #expect(throws: WireError.self) { try row.texts("c") }
        #expect(throws: WireError.self) { try row.textMap("c") }
        #expect(throws: WireError.self) { try self.row(.text, .text("1")).integer("c") }
        #expect(throws: WireError.self) { try self.row(.list(.int), .list([.int(1)])).texts("c") }
        #expect(throws: WireError.self) {
            try self.row(.map(.text, .int), .map([.init(.text("a"), .int(1))])).textMap("c")
        }
    }

    @Test("a column that is not there is an error, not a null")
    func missingColumn() throws {
        let row = try row(.int, .int(5))
        #expect(throws: WireError.self) { try row.integer("d") }
        #expect(row.hasColumn("c") && !row.hasColumn("d"))
    }
}
