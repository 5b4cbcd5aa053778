/// The text of a new script: a comment that says what it is, the statements, and the part for the undo.
struct ScriptTemplate {
    private let title: String
    private let content: NewScript.Content

    /// - Parameter title: any text. A line end in it must not end the comment that it is written into.
    init(title: String, content: NewScript.Content) {
        self.title = String(String.UnicodeScalarView(title.unicodeScalars.map { isInvisible($0) ? " " : $0 }))
        self.content = content
    }

    func versioned(_ version: MigrationVersion) -> String {
        """
        -- Migration \(version): \(title)
        -- What stands above the marker runs on `cqlmig migrate`, what stands below it on `cqlmig rollback`.

        \(block(content.up))
        -- @down

        \(block(content.down))
        """
    }

    func versionedWithoutUndo(_ version: MigrationVersion) -> String {
        """
        -- Migration \(version): \(title)

        \(block(content.up))
        """
    }

    func undo(of version: MigrationVersion) -> String {
        """
        -- Undo of migration \(version): \(title)

        \(block(content.down))
        """
    }

    var repeatable: String {
        """
        -- Repeatable: \(title)
        -- Runs after the migrations whenever it has changed, so that its statements have to bear being repeated.

        \(block(content.up))
        """
    }

    var always: String {
        """
        -- Always: \(title)
        -- Runs at the end of every `cqlmig migrate`, so that its statements have to bear being repeated.

        \(block(content.up))
        """
    }

    /// The statements with one line end after them.
    private func block(_ text: String) -> String {
        text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }
}
