/// The files that `new` made.
struct NewDocument: CommandDocument {
    let files: [String]

    var data: JSONValue { ["files": JSONValue(files)] }

    func text(on page: Page) -> String { files.map { SafeText.line($0) + "\n" }.joined() }
}
