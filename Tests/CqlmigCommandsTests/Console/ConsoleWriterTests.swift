import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

@Suite struct ConsoleWriterTests {
    private let sink = MemorySink()

    private func writer(columns: Int? = 60, isLive: Bool = true) -> ConsoleWriter {
        ConsoleWriter(
            ConsoleSettings(showsSteps: true, isLive: isLive, page: Page(style: .plain, columns: columns)), to: sink)
    }

    @Test("the live line is taken away before a line that stays")
    func live() {
        var writer = writer()
        writer.take(.checkingCluster, at: .zero)
        writer.tick(at: .milliseconds(500))
        writer.take(.warning("a"), at: .milliseconds(600))
        _ = writer.close()
        let live = "\r\u{1B}[Kwaiting for the nodes to answer and to agree on the schema"
        #expect(sink.text == live + "\r\u{1B}[K" + "warning[cluster-warning]: a\n" + live + "\r\u{1B}[K")
    }

    @Test("the live line is never longer than the terminal is wide")
    func narrow() {
        var writer = writer(columns: 30)
        writer.take(.checkingCluster, at: .zero)
        #expect(sink.text == "\r\u{1B}[Kwaiting for the nodes to answ")
    }

    @Test("without a terminal there is no live line")
    func plain() {
        var writer = writer(isLive: false)
        writer.take(.checkingCluster, at: .zero)
        #expect(writer.close() == [])
        #expect(sink.text == "")
    }

    @Test("a question has a line of its own behind what will happen")
    func question() {
        var writer = writer()
        writer.take(.checkingCluster, at: .zero)
        writer.show(Question(facts: ["keyspace shop: a\u{1B}b"], prompt: "go on?"))
        #expect(sink.text.hasSuffix("\r\u{1B}[K" + "keyspace shop: a\\u{1b}b\ngo on? [y/N] "))
    }
}
