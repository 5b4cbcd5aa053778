import CQLSyntax

/// What is wrong between the scripts of a folder although each of them is right.
public struct ScriptConflicts: Sendable {
    private let outlines: [ScriptOutline]
    private let knowsAllNames: Bool

    /// Takes all scripts of a folder.
    ///
    /// - Parameter knowsAllNames: false where a file's name could not be read. Then an undo script without its script is
    ///   not reported, since that may be the very file.
    public init(among outlines: [ScriptOutline], knowsAllNames: Bool) {
        self.outlines = outlines.sorted { $0.file.path < $1.file.path }
        self.knowsAllNames = knowsAllNames
    }

    /// The problems, in the order of files.
    ///
    /// Each names all the files that it is about.
    public var problems: [ScriptProblem] {
        let versioned = grouped(.versioned) { $0.version?.number }
        let undos = grouped(.undo) { $0.version?.number }
        var found = mixedNames
        for (version, group) in versioned {
            found += duplicates(group, .duplicateVersion) { "Version \(version) is also that of `\($0)`." }
        }
        for (version, group) in undos {
            found += duplicates(group, .duplicateUndo) { "`\($0)` is an undo script of version \(version), too." }
            if let undo = group.first {
                found += problem(withUndo: undo, of: version, script: versioned[version]?.first)
            }
        }
        for kind in [ScriptKind.repeatable, .always] {
            for (description, group) in grouped(kind, by: { $0.description }) {
                found += duplicates(group, .duplicateDescription) {
                    "`\($0)` has the description `\(description)`, too, by which scripts of the kind "
                        + "`\(kind.rawValue)` are told apart."
                }
            }
        }
        return found.sorted()
    }

    private func grouped<Key: Hashable>(
        _ kind: ScriptKind,
        by key: (ScriptName) -> Key?
    ) -> [Key: [ScriptOutline]] {
        var groups: [Key: [ScriptOutline]] = [:]
        for outline in outlines where outline.file.name.kind == kind {
            if let key = key(outline.file.name) { groups[key, default: []].append(outline) }
        }
        return groups
    }

    private func duplicates(
        _ group: [ScriptOutline],
        _ code: Diagnostic.Code,
        message: (String) -> String
    ) -> [ScriptProblem] {
        guard let first = group.first else { return [] }
        return group.dropFirst().map { other in
            ScriptProblem(
                code,
                message(visible(first.file.shownPath)),
                file: other.file.shownPath,
                hint: "Rename one of them, or remove it.",
                notes: [.init(message: "The other one is here.", file: first.file.shownPath)]
            )
        }
    }

    private var mixedNames: [ScriptProblem] {
        let prefixed = outlines.first { $0.file.name.kind == .versioned && $0.file.name.style == .prefixed }
        let plain = outlines.first { $0.file.name.kind == .versioned && $0.file.name.style == .plain }
        guard let prefixed, let plain else { return [] }
        return [
            ScriptProblem(
                .mixedNames,
                "`\(visible(plain.file.shownPath))` is plain numbered, and `\(visible(prefixed.file.shownPath))` is not.",
                file: plain.file.shownPath,
                hint: "Use `V<version>__<description>.cql` or plain numbers throughout, not both.",
                notes: [.init(message: "A file of the other style is here.", file: prefixed.file.shownPath)]
            )
        ]
    }

    private func problem(
        withUndo undo: ScriptOutline,
        of version: MigrationVersion,
        script: ScriptOutline?
    ) -> [ScriptProblem] {
        guard let script else {
            guard knowsAllNames else { return [] }
            return [
                ScriptProblem(
                    .orphanUndo,
                    "There is no script of version \(version) that this undo script could take back.",
                    file: undo.file.shownPath,
                    hint: "Correct its version, or remove it."
                )
            ]
        }
        guard script.hasDownPart else { return [] }
        return [
            ScriptProblem(
                .twoUndos,
                "Version \(version) is taken back by this script and by the `-- @down` part of "
                    + "`\(visible(script.file.shownPath))`.",
                file: undo.file.shownPath,
                hint: "Remove one of the two.",
                notes: [.init(message: "The script with the `-- @down` part is here.", file: script.file.shownPath)]
            )
        ]
    }
}
