/// The files that `new` made.
struct NewDocument: CommandDocument {
    let files: [String]
    /// Why there are none.
    var note: String?

    var data: JSONValue { ["files": JSONValue(files)] }

    func text(on page: Page) -> String { (files + [note].compactMap(\.self)).map { SafeText.line($0) + "\n" }.joined() }
}
