import CQLSyntax

/// Everything that is wrong with the text of one script: with its CQL, and by the rules of this tool.
struct ScriptRules {
    private let parsed: ParsedScript
    private let kind: ScriptKind

    init(_ parsed: ParsedScript, kind: ScriptKind) {
        self.parsed = parsed
        self.kind = kind
    }

    var diagnostics: [Diagnostic] {
        ofSyntax + unknownDirectives + nearMisses + unexpectedDownPart + missingStatements
    }

    /// What CQL and the form of a script forbid.
    ///
    /// That a directive of an unknown name stands in front of no statement is no news: to move it would not help.
    private var ofSyntax: [Diagnostic] {
        parsed.diagnostics.map { diagnostic in
            guard diagnostic.code == .misplacedDirective else { return diagnostic }
            let text = parsed.source.text(in: diagnostic.range)
            let name = String(text.drop { $0 != "@" }.dropFirst().prefix { !$0.isWhitespace })
            return DirectiveName(rawValue: name) == nil ? unknownDirective(name, range: diagnostic.range) : diagnostic
        }
    }

    /// A name that is passed over today would begin to mean something with a later release.
    private var unknownDirectives: [Diagnostic] {
        // A directive at the head of the file is also one of the first statement.
        var directives: [Directive] = parsed.headDirectives
        for statement in parsed.up.dropFirst() where statement.hasLeadingComments {
            directives += statement.directives
        }
        for statement in parsed.down ?? [] where statement.hasLeadingComments {
            directives += statement.directives
        }
        return directives.filter { DirectiveName(rawValue: $0.name) == nil }.map {
            unknownDirective($0.name, range: $0.nameRange)
        }
    }

    private func unknownDirective(_ name: String, range: Range<Int>) -> Diagnostic {
        let near = EditDistance.nearest(to: name, among: DirectiveName.allCases.map(\.rawValue))
        return Diagnostic(
            .unknownDirective,
            "The directive `@\(visible(name))` is not known.",
            range: range,
            hint: isNearDown(name)
                ? "Write `-- @down` if the part for the rollback begins here."
                : near.map { "Did you mean `@\($0)`?" } ?? "Remove the `@` if this is a remark for readers."
        )
    }

    /// `--@dwon` and its like: taken for a remark, what follows it would be applied instead of taken back, and what a
    /// directive says would be said to nobody.
    private var nearMisses: [Diagnostic] {
        parsed.directiveNearMisses.compactMap { directive in
            if isNearDown(directive.name) {
                return Diagnostic(
                    .downMarker,
                    "`@\(visible(directive.name))` looks like the marker of the down part and is none.",
                    range: directive.range,
                    hint: "Write `-- @down` on a line of its own."
                )
            }
            guard DirectiveName(rawValue: directive.name) != nil else { return nil }
            return Diagnostic(
                .unknownDirective,
                "`@\(directive.name)` is no directive in this form.",
                range: directive.range,
                hint: "Write `-- @\(directive.name)` on a line of its own."
            )
        }
    }

    private func isNearDown(_ name: String) -> Bool {
        EditDistance.nearest(to: name, among: ["down"]) != nil
    }

    private var unexpectedDownPart: [Diagnostic] {
        guard kind != .versioned, let marker = parsed.downMarker else { return [] }
        let whose =
            switch kind {
            case .versioned, .undo: "An undo script is a down part itself and has none of its own"
            case .repeatable: "A repeatable script has no down part"
            case .always: "An always script has no down part"
            }
        return [
            Diagnostic(
                .downMarker,
                "\(whose): only versioned scripts are rolled back.",
                range: marker,
                hint: "Remove the marker and what follows it."
            )
        ]
    }

    /// Where nothing could be read for another reason, that reason is enough.
    private var missingStatements: [Diagnostic] {
        guard parsed.up.isEmpty, !parsed.hasErrors else { return [] }
        let start = parsed.source.contentStart
        let message =
            parsed.downMarker == nil
            ? "There is no statement in this file." : "There is no statement in front of the `-- @down` marker."
        return [
            Diagnostic(
                .noStatements, message, range: start..<start, hint: "Write at least one statement, or remove the file.")
        ]
    }
}
