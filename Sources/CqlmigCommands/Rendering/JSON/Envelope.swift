/// The document that `--json` prints: the same keys for every command, also when it fails.
struct Envelope: Equatable, Sendable {
    /// Counted up when a key changes its meaning or goes away; new keys do not count.
    static let schemaVersion: Int64 = 1

    /// The command; nil when the command line does not name one.
    let command: String?
    /// How it ended.
    let exit: ExitCode
    /// What the command has to say; null when it did not come to it.
    let data: JSONValue
    /// What went wrong.
    let errors: [Complaint]
    /// What should be known.
    let warnings: [Complaint]

    /// The document.
    var document: JSONValue {
        [
            "schema_version": .integer(Self.schemaVersion),
            "command": JSONValue(command),
            "ok": .bool(exit == .done),
            "exit": JSONValue(exit.status),
            "data": data,
            "errors": .array(errors.map(\.json)),
            "warnings": .array(warnings.map(\.json)),
        ]
    }
}

extension Complaint {
    /// The complaint as it stands in the envelope.
    var json: JSONValue {
        [
            "code": .string(code),
            "message": .string(message),
            "hint": JSONValue(hint),
            "file": JSONValue(place?.file),
            "line": JSONValue(place?.position?.line),
            "column": JSONValue(place?.position?.column),
            "notes": .array(notes.map(JSONValue.string)),
        ]
    }
}
