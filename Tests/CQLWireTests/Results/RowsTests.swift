import CQLWire
import Testing

@Suite struct RowsTests {
    static let vectors = [
        ResponseVector(
            "a conditional statement that was applied",
            hex(
                """
                84 00 0001 08 0000002a
                00000002                                                 // kind: Rows
                00000001 00000001                                        // one table, one column
                0003 6b7331 0001 74                                      // ks1.t
                0009 5b6170706c6965645d 0004                             // [applied] boolean
                00000001                                                 // one row
                00000001 01                                              // true
                """),
            message: rows([column("[applied]", .boolean)], [[[1]]])
        ),
        ResponseVector(
            "a conditional statement that was refused, with a null",
            hex(
                """
                84 00 0001 08 00000044
                00000002
                00000001 00000003                                        // one table, three columns
                0003 6b7331 0001 74
                0009 5b6170706c6965645d 0004                             // [applied] boolean
                0001 6b 0009                                             // k int
                0005 6f776e6572 000c                                     // owner uuid
                00000001                                                 // one row
                00000001 00  00000004 00000007  ffffffff                 // false, 7, null
                """),
            message: rows(
                [column("[applied]", .boolean), column("k", .int), column("owner", .uuid)],
                [[[0], [0, 0, 0, 7], nil]]
            )
        ),
        ResponseVector(
            "an empty page with more to come",
            hex(
                """
                84 00 0001 08 00000029
                00000002
                00000003 00000001                                        // one table, more pages; one column
                00000002 dead                                            // paging state
                0003 6b7331 0001 74
                0001 6d 0021 000d 0020 0009                              // m map<text, list<int>>
                00000000                                                 // no rows
                """),
            message: rows([column("m", .map(.text, .list(.int)))], [], pagingState: [0xde, 0xad])
        ),
        ResponseVector(
            "without metadata, with a paging state",
            hex(
                """
                84 00 0001 08 00000026
                00000002
                00000006 00000002                                        // more pages, no metadata; two columns
                00000001 aa                                              // paging state
                00000002                                                 // two rows
                00000000 00000001 05                                     // an empty cell, 05
                ffffffff ffffffff                                        // nulls
                """),
            message: rows(
                RowsMetadata(columnCount: 2, pagingState: [0xaa]),
                [[[], [5]], [nil, nil]]
            )
        ),
    ]

    private static func column(_ name: String, _ type: CQLType) -> ColumnSpecification {
        ColumnSpecification(keyspace: "ks1", table: "t", name: name, type: type)
    }

    private static func rows(
        _ columns: [ColumnSpecification],
        _ cells: [[[UInt8]?]],
        pagingState: [UInt8]? = nil
    ) -> Response {
        rows(RowsMetadata(columns: columns, pagingState: pagingState), cells)
    }

    private static func rows(_ metadata: RowsMetadata, _ cells: [[[UInt8]?]]) -> Response {
        (try? Rows(metadata: metadata, rows: cells)).map { .result(.rows($0)) } ?? .ready
    }

    @Test("rows are read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("cells are found by the names of their columns")
    func access() throws {
        guard case .result(.rows(let rows)) = Self.vectors[1].meaning.message else { return }
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(try row.value("[applied]") == .boolean(false))
        #expect(try row.value("k") == .int(7))
        #expect(try row.value("owner") == nil)
        #expect(try row.value(at: 1) == .int(7))
        #expect(try row.cell("k") == [0, 0, 0, 7])
        #expect(row.cells == [[0], [0, 0, 0, 7], nil])
        #expect(row.hasColumn("owner") && !row.hasColumn("Owner"))
        #expect(rows.columnIndex("owner") == 2)
        let error = #expect(throws: WireError.self) { try row.value("other") }
        #expect(
            error?.description
                == "column 'other' needs a column of that name, but has only: [applied], k, owner."
        )
        #expect(throws: WireError.self) { try row.value(at: 3) }
        #expect(throws: WireError.self) { try row.value(at: -1) }
    }

    @Test("of columns with equal names the first is found")
    func equalNames() throws {
        let columns = [Self.column("a", .int), Self.column("a", .text)]
        let rows = try Rows(metadata: RowsMetadata(columns: columns), rows: [[[0, 0, 0, 1], [0x78]]])
        #expect(try rows[0].value("a") == .int(1))
        #expect(try rows[0].value(at: 1) == .text("x"))
    }

    @Test("a cell that is no value of its type is an error that says where")
    func badCell() throws {
        let columns = [Self.column("a", .int), Self.column("b", .list(.int))]
        let cell = hex("00000002 00000004 00000001 00000003 000002")
        let rows = try Rows(metadata: RowsMetadata(columns: columns), rows: [[nil, nil], [nil, cell]])
        let error = #expect(throws: WireError.self) { try rows[1].value("b") }
        #expect(error?.field == "the int of element 2 of column 'b' in row 2")
        #expect(error?.needed == "4 bytes" && error?.had == "3 bytes")
        // Two nulls, a null, the length of the cell, then 16 bytes into it.
        #expect(error?.position == 32)
    }

    @Test("rows without metadata are described by columns known from elsewhere")
    func described() throws {
        guard case .result(.rows(let rows)) = Self.vectors[3].meaning.message else { return }
        #expect(rows.columns.isEmpty && rows.metadata.hasMorePages)
        let described = try rows.described(by: [Self.column("a", .text), Self.column("b", .tinyint)])
        #expect(try described[0].value("a") == .text(""))
        #expect(try described[0].value("b") == .tinyint(5))
        #expect(described.metadata.pagingState == [0xaa])
        #expect(throws: WireError.self) { try rows.described(by: []) }
    }

    @Test("rows are equal by their cells, wherever the bytes stand and however null is written")
    func equality() throws {
        // The same null with length -2, and with a flag less.
        let bytes = hex(
            "84000001 08 0000001f 00000002 00000000 00000001 0001 6b 0001 74 0001 63 0009 00000001 fffffffe")
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(bytes)
        let envelope = try ResponseEnvelope(try #require(try decoder.next()))
        let column = ColumnSpecification(keyspace: "k", table: "t", name: "c", type: .int)
        let rows = try Rows(metadata: RowsMetadata(columns: [column]), rows: [[nil]])
        #expect(envelope.message == .result(.rows(rows)))
        #expect(envelope.hashValue == ResponseEnvelope(.result(.rows(rows))).hashValue)
        #expect(try rows != Rows(metadata: rows.metadata, rows: [[[]]]))
    }

    @Test("a row of another number of cells cannot be built")
    func wrongCells() {
        let metadata = RowsMetadata(columns: [Self.column("a", .int)])
        #expect(throws: WireError.self) { try Rows(metadata: metadata, rows: [[nil, nil]]) }
        #expect(throws: WireError.self) { try Rows(metadata: RowsMetadata(columnCount: 0), rows: [[]]) }
    }
}
