/// What `validate` found.
struct FindingsDocument: CommandDocument {
    /// Something that is not as it should be.
    struct Item: Equatable, Sendable {
        /// The keyspace whose log it does not fit; nil for a file that cannot be read as a migration.
        let keyspace: String?
        let script: String?
        let version: String?
        let complaint: Complaint
    }

    let items: [Item]
    /// What was looked at, for the last line of the text.
    let scope: String

    var data: JSONValue {
        [
            "findings": .array(
                items.map { item in
                    [
                        "kind": .string(item.complaint.code),
                        "keyspace": JSONValue(item.keyspace),
                        "script": JSONValue(item.script),
                        "version": JSONValue(item.version),
                        "message": .string(item.complaint.message),
                        "hint": JSONValue(item.complaint.hint),
                        "line": JSONValue(item.complaint.place?.position?.line),
                        "column": JSONValue(item.complaint.place?.position?.column),
                    ]
                })
        ]
    }

    func text(on page: Page) -> String {
        let texts = items.map { $0.complaint.text(page.style) + "\n" }
        let last = items.isEmpty ? "no findings" : counted(items.count, "finding")
        return texts.joined() + "\(scope): \(last)\n"
    }
}
