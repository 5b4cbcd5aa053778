public import FoundationEssentials

/// The file or files that `new` makes: first decided, then written.
public struct NewScript: Hashable, Sendable {
    /// Where the version of a new script comes from.
    public enum Numbering: Hashable, Sendable {
        /// One more than the highest version in the folder.
        case next
        /// A text such as `12` or `1.2`.
        case version(String)
        /// The digits `yyyyMMddHHmmss` of a moment, in UTC.
        case timestamp(Date)
    }

    /// Where the undo of a new versioned script stands.
    public enum Undo: Hashable, Sendable {
        /// In the same file, after a line `-- @down`.
        case part
        /// In a `U…` file.
        case file
        /// Nowhere: the script is not taken back.
        case none
    }

    /// The kind of a new script, with what belongs to the kind.
    public enum Form: Hashable, Sendable {
        /// Runs once.
        case versioned(Numbering, undo: Undo)
        /// Runs when it has changed.
        case repeatable
        /// Runs on every `migrate`.
        case always
    }

    /// Statements to write into the script instead of leaving it empty.
    public struct Content: Hashable, Sendable {
        /// The CQL that runs on `migrate`.
        public let up: String
        /// The CQL that runs on `rollback`.
        public let down: String

        /// Makes one of its parts.
        public init(up: String = "", down: String = "") {
            self.up = up
            self.down = down
        }
    }

    /// A file to make.
    public struct File: Hashable, Sendable {
        /// Its name, right below the folder of the scripts.
        public let name: String
        /// All of its text.
        public let text: String
    }

    /// The files, of which the first is the one that runs on `migrate`.
    public let files: [File]

    /// Decides how a new script is called and what stands in it; writes nothing.
    ///
    /// - Parameters:
    ///   - description: any text; see ``NewScriptError/Reason/emptyDescription(_:)`` for what is left of it.
    ///   - form: the kind, and for a versioned script where version and undo come from.
    ///   - existing: all scripts of the folder, whose style and width the name continues.
    ///   - content: statements that are known already.
    public init(
        description: String,
        form: Form,
        existing: [ScriptFile],
        content: Content = Content()
    ) throws(NewScriptError) {
        guard let slug = Slug(description) else {
            throw NewScriptError(.emptyDescription(description))
        }
        let template = ScriptTemplate(title: description, content: content)
        let numbering = try FolderNumbering(of: existing)
        switch form {
        case .repeatable:
            try numbering.checkIsFree(slug.text, of: .repeatable)
            files = [File(name: "R__\(slug.text).cql", text: template.repeatable)]
        case .always:
            try numbering.checkIsFree(slug.text, of: .always)
            files = [File(name: "A__\(slug.text).cql", text: template.always)]
        case .versioned(let source, let undo):
            let version = try Self.version(source, in: numbering)
            try numbering.checkIsFree(version.number)
            let name = try Self.name(version, slug: slug, style: numbering.style)
            switch undo {
            case .part:
                files = [File(name: name, text: template.versioned(version.number))]
            case .none:
                files = [File(name: name, text: template.versionedWithoutUndo(version.number))]
            case .file:
                files = [
                    File(name: name, text: template.versionedWithoutUndo(version.number)),
                    File(name: "U\(version.text)__\(slug.text).cql", text: template.undo(of: version.number)),
                ]
            }
        }
    }

    private static func version(
        _ source: Numbering,
        in numbering: FolderNumbering
    ) throws(NewScriptError) -> ScriptName.Version {
        switch source {
        case .next:
            return try numbering.next()
        case .version(let text):
            return try numbering.version(of: text)
        case .timestamp(let date):
            guard let timestamp = Timestamp(date) else { throw NewScriptError(.clock) }
            return try numbering.version(of: timestamp.text)
        }
    }

    private static func name(
        _ version: ScriptName.Version,
        slug: Slug,
        style: ScriptName.Style
    ) throws(NewScriptError) -> String {
        switch style {
        case .prefixed:
            return "V\(version.text)__\(slug.text).cql"
        case .plain:
            guard !slug.beginsWithNumber else {
                throw NewScriptError(.leadingNumber(slug: slug.text))
            }
            return "\(version.text)_\(slug.text).cql"
        }
    }

    /// Writes the files, all or none.
    ///
    /// - Parameter folder: the folder of the scripts, which has to exist.
    /// - Returns: the paths of the files, the folder as given in front.
    /// - Throws: ``NewScriptError/Reason/notWritten(_:remaining:)``; a file that stands there already is left alone.
    public func write(to folder: String, in fileSystem: any FileSystem) throws(NewScriptError) -> [String] {
        var written: [String] = []
        for file in files {
            let path = joinedPath(folder, file.name)
            do throws(FileSystemError) {
                try fileSystem.create(path, bytes: Array(file.text.utf8))
                written.append(path)
            } catch {
                throw NewScriptError(.notWritten(error, remaining: Self.remove(written, in: fileSystem)))
            }
        }
        return written
    }

    /// Half of a pair would be a script without the undo that was asked for.
    private static func remove(_ paths: [String], in fileSystem: any FileSystem) -> [FileSystemError] {
        paths.compactMap { path in
            do throws(FileSystemError) {
                try fileSystem.remove(path)
                return nil
            } catch {
                return error
            }
        }
    }
}
