import Testing

@testable import CqlmigCommands

@Suite struct TextTableTests {
    private var table: TextTable {
        var table = TextTable([.init("NAME"), .init("N", .right), .init("NOTE")])
        table.add(["größe", "1", "a note that is rather long, all in all"])
        table.add(["漢字", "100", ""])
        table.add(["", "", "x\u{1B}[2J\ny"])
        return table
    }

    @Test("columns are aligned by what the terminal shows, and no line ends in spaces")
    func alignment() {
        #expect(
            table.text(on: .plain) == """
                NAME     N  NOTE
                größe    1  a note that is rather long, all in all
                漢字   100
                            x\\u{1b}[2J y

                """)
    }

    @Test("a narrow terminal cuts the last column, and a very narrow one no further than sixteen columns")
    func narrow() {
        let page = Page(style: .plain, columns: 34)
        #expect(
            table.text(on: page, indent: 2).split(separator: "\n").prefix(2) == [
                "  NAME     N  NOTE", "  größe    1  a note that is ra...",
            ])
        let tiny = Page(style: .plain, columns: 5)
        #expect(table.text(on: tiny).split(separator: "\n")[1] == "größe    1  a note that i...")
    }

    @Test("colours do not change the alignment")
    func colors() {
        var table = TextTable([.init("A"), .init("B", .right)])
        table.add([.init("x", .good), .init("1", .error)])
        let page = Page(style: Style(isColored: true), columns: nil)
        #expect(
            table.text(on: page)
                == "\u{1B}[1mA\u{1B}[0m  \u{1B}[1mB\u{1B}[0m\n\u{1B}[32mx\u{1B}[0m  \u{1B}[1;31m1\u{1B}[0m\n")
    }

    @Test("a table without rows is nothing")
    func empty() {
        #expect(TextTable([.init("A")]).text(on: .plain) == "")
    }
}
