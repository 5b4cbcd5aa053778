/// What is shown on standard error while a command works, and how.
struct ConsoleSettings: Equatable, Sendable {
    /// How much is shown: -1 nothing but questions, 0 scripts, 1 statements too, 2 their CQL too.
    var level = 0
    /// Whether warnings are shown as they come; they are kept in any case.
    var showsWarnings = true
    /// Whether a command runs scripts, so that its progress is shown without being asked for.
    var showsSteps = false
    /// Whether the last line changes in place: on a terminal.
    var isLive = false
    /// Colours and width.
    var page = Page.plain
}
