/// How a folder numbers its scripts, and so how the next one is numbered.
struct FolderNumbering: Sendable {
    /// The style of the folder; `V…` where there is no script yet.
    let style: ScriptName.Style
    /// The script of the highest version.
    ///
    /// Undo scripts count, so that a new script never adopts an undo script that has
    /// nothing to do with it.
    private let highest: (path: String, version: ScriptName.Version)?
    private let files: [ScriptFile]

    init(of files: [ScriptFile]) throws(NewScriptError) {
        var prefixed: ScriptFile?
        var plain: ScriptFile?
        var highest: (path: String, version: ScriptName.Version)?
        for file in files {
            if file.name.kind == .versioned {
                if file.name.style == .plain { plain = plain ?? file } else { prefixed = prefixed ?? file }
            }
            guard let version = file.name.version else { continue }
            if let highest, version.number <= highest.version.number { continue }
            highest = (file.shownPath, version)
        }
        if let prefixed, let plain {
            throw NewScriptError(.mixedStyles(prefixed: prefixed.shownPath, plain: plain.shownPath))
        }
        style = plain == nil ? .prefixed : .plain
        self.highest = highest
        self.files = files
    }

    /// The highest version with its last number one larger, as wide as it was; `001` in an empty folder.
    func next() throws(NewScriptError) -> ScriptName.Version {
        guard let (path, version) = highest else { return try version(of: "001") }
        let last = version.text.utf8.reversed().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
        let (sum, overflow) = (UInt64(version.text.suffix(last)) ?? 0).addingReportingOverflow(1)
        guard !overflow else {
            throw NewScriptError(.noNextVersion(after: version.number, path: path))
        }
        return try self.version(of: version.text.dropLast(last) + padded(sum, to: last))
    }

    /// The version that a text gives, spelled as the folder's style has it.
    func version(of text: String) throws(NewScriptError) -> ScriptName.Version {
        do throws(MigrationVersionError) {
            let number = try MigrationVersion(text)
            let text = style == .plain ? String(text.map { $0 == "." ? "_" : $0 }) : text
            return ScriptName.Version(number: number, text: text)
        } catch {
            throw NewScriptError(.badVersion(error))
        }
    }

    /// Refuses a version that a script, or an undo script, has already.
    func checkIsFree(_ version: MigrationVersion) throws(NewScriptError) {
        if let file = files.first(where: { $0.name.version?.number == version }) {
            throw NewScriptError(.versionExists(version, path: file.shownPath))
        }
    }

    /// Refuses a description that another script of an unversioned kind has already.
    func checkIsFree(_ description: String, of kind: ScriptKind) throws(NewScriptError) {
        if let file = files.first(where: { $0.name.kind == kind && $0.name.description == description }) {
            throw NewScriptError(.descriptionExists(kind, path: file.shownPath))
        }
    }
}
