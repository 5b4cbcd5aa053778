import CQLSyntax

/// What is wrong between the scripts of a folder although each of them is right.
public struct ScriptConflicts: Sendable {
    private let outlines: [ScriptOutline]
    private let knowsAllNames: Bool

    /// Takes all scripts of a folder.
    ///
    /// - Parameter knowsAllNames: false where a file's name could not be read. Then an undo script without its script is
    ///   not reported, since that may be the very file.
    public init(among outlines: consuming [ScriptOutline], knowsAllNames: Bool) {
        outlines.sort { $0.file.path < $1.file.path }
        self.outlines = outlines
        self.knowsAllNames = knowsAllNames
    }

    /// The problems, in the order of files.
    ///
    /// Each names all the files that it is about.
    public var problems: [ScriptProblem] {
        let versioned = grouped(.versioned) { $0.version?.number }
        let undos = grouped(.undo) { $0.version?.number }
        var found = mixedNames
        found += duplicates(versioned, .duplicateVersion) { "Version \($0) is also that of `\($1)`." }
        found += duplicates(undos, .duplicateUndo) { "`\($1)` is an undo script of version \($0), too." }
        for (version, undo) in undos.firsts {
            found += problem(
                withUndo: outlines[undo], of: version, script: versioned.firsts[version].map { outlines[$0] })
        }
        for kind in [ScriptKind.repeatable, .always] {
            found += duplicates(grouped(kind) { $0.description }, .duplicateDescription) {
                "`\($1)` has the description `\($0)`, too, by which scripts of the kind `\(kind.rawValue)` are told apart."
            }
        }
        return found.sorted()
    }

    /// The scripts of one kind, by their places among all, and what tells them apart.
    private struct Groups<Key: Hashable> {
        /// The first of each group: nearly always there is no other.
        var firsts: [Key: Int] = [:]
        var others: [(key: Key, place: Int)] = []
    }

    private func grouped<Key: Hashable>(_ kind: ScriptKind, by key: (ScriptName) -> Key?) -> Groups<Key> {
        var groups = Groups<Key>()
        groups.firsts.reserveCapacity(kind == .versioned ? outlines.count : 0)
        for place in outlines.indices where outlines[place].file.name.kind == kind {
            guard let key = key(outlines[place].file.name) else { continue }
            if groups.firsts[key] == nil { groups.firsts[key] = place } else { groups.others.append((key, place)) }
        }
        return groups
    }

    private func duplicates<Key: Hashable>(
        _ groups: Groups<Key>,
        _ code: Diagnostic.Code,
        message: (Key, String) -> String
    ) -> [ScriptProblem] {
        groups.others.compactMap { key, place in
            guard let first = groups.firsts[key].map({ outlines[$0] }) else { return nil }
            let other = outlines[place]
            return ScriptProblem(
                code,
                message(key, visible(first.file.shownPath)),
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
