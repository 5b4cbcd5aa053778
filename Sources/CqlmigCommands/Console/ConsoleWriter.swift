import MigrationEngine

/// Puts lines on standard error, with one below them that changes in place where that is a terminal.
struct ConsoleWriter {
    private let sink: any OutputSink
    private var progress: ProgressText
    private var shownLive: String?

    /// Back to the first column, and nothing behind it.
    private static let clearLine = "\r\u{1B}[K"

    init(_ settings: ConsoleSettings, to sink: any OutputSink) {
        self.sink = sink
        progress = ProgressText(settings: settings)
    }

    mutating func take(_ event: MigrationEvent, at now: Duration) {
        show(progress.take(event, at: now), at: now)
    }

    mutating func tick(at now: Duration) {
        show(progress.tick(at: now), at: now)
    }

    /// Shows what is asked, the cluster it is about first.
    mutating func show(_ question: Question) {
        clearLive()
        var text = progress.cluster.map { "cluster \(SafeText.line($0))\n" } ?? ""
        for fact in question.facts { text += SafeText.line(fact) + "\n" }
        sink.write(text + SafeText.line(question.prompt) + " [y/N] ")
    }

    /// Takes the live line away.
    ///
    /// - Returns: Every warning that came up.
    mutating func close() -> [Complaint] {
        clearLive()
        return progress.warnings
    }

    private mutating func show(_ lines: [String], at now: Duration) {
        if !lines.isEmpty {
            clearLive()
            sink.write(lines.map { "\($0)\n" }.joined())
        }
        guard let live = progress.live(at: now) else { return clearLive() }
        // A line that wraps could not be taken away again.
        let columns = max(20, (progress.settings.page.columns ?? 80) - 1)
        let text = DisplayWidth.prefix(of: SafeText.line(live), columns: columns)
        guard text != shownLive else { return }
        sink.write(Self.clearLine + text)
        shownLive = text
    }

    private mutating func clearLive() {
        guard shownLive != nil else { return }
        sink.write(Self.clearLine)
        shownLive = nil
    }
}
