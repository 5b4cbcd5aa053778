import CQLSyntax

/// All scripts of a folder, free of errors, in the order in which they run.
public struct ScriptSet: Hashable, Sendable {
    /// The versioned scripts, by version.
    public let versioned: [MigrationScript]
    /// The undo scripts by the version that they take back.
    public let undos: [MigrationVersion: MigrationScript]
    /// The repeatable scripts, by description: what the file name says, whatever folder the file is in.
    public let repeatables: [MigrationScript]
    /// The scripts that always run, by description.
    public let always: [MigrationScript]
    /// What is not right and forbids nothing.
    public let warnings: [ScriptProblem]

    /// Orders scripts, if nothing is wrong with any of them nor between them.
    ///
    /// - Parameters:
    ///   - scripts: what was read of each file of the folder.
    ///   - problems: what was found on the way to the files.
    /// - Throws: ``ScriptError`` with everything that is wrong in all of the files.
    public init(_ scripts: [ReadScript], problems: [ScriptProblem] = []) throws(ScriptError) {
        try self.init(scripts.map { ScriptCandidate($0) }, problems: problems)
    }

    init(_ candidates: [ScriptCandidate], problems: [ScriptProblem]) throws(ScriptError) {
        let knowsAllNames = !problems.contains { $0.code == .badFilename }
        let conflicts = ScriptConflicts(among: candidates.map(\.outline), knowsAllNames: knowsAllNames)
        // A host that refuses to compute checksums does so for every file, and says so without naming one.
        let found = Set(problems + candidates.flatMap(\.problems) + conflicts.problems).sorted()
        guard !found.contains(where: { $0.severity == .error }) else {
            throw ScriptError(found)
        }
        warnings = found
        let all = candidates.compactMap(\.script)
        versioned = all.filter { $0.kind == .versioned }.sorted { Self.version(of: $0) < Self.version(of: $1) }
        // Two of one version were refused above.
        undos = Dictionary(
            all.filter { $0.kind == .undo }.map { (Self.version(of: $0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        repeatables = all.filter { $0.kind == .repeatable }.sorted { $0.description < $1.description }
        always = all.filter { $0.kind == .always }.sorted { $0.description < $1.description }
    }

    /// A versioned or undo script has a version; its name says so.
    private static func version(of script: MigrationScript) -> MigrationVersion {
        script.version ?? MigrationVersion(numbers: [])
    }
}

extension ScriptSet {
    /// The versioned script of a version, nil where there is none.
    public subscript(version: MigrationVersion) -> MigrationScript? {
        versioned.first { $0.version == version }
    }

    /// What takes a versioned script back: its own `-- @down` part or its undo script; nil where it has neither.
    public func undo(of script: MigrationScript) -> ScriptUndo? {
        guard script.kind == .versioned else { return nil }
        if let checksum = script.undoChecksum {
            return ScriptUndo(script: script, part: .down, checksum: checksum)
        }
        guard let version = script.version, let undo = undos[version] else { return nil }
        return ScriptUndo(script: undo, part: .up, checksum: undo.checksum)
    }
}
