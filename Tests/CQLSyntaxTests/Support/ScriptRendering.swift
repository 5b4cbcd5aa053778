import CQLSyntax

/// A script as text, for golden files.
struct ScriptRendering {
    private(set) var text = ""
    private let source: SourceText

    init(_ script: ParsedScript) {
        source = script.source
        if !script.headDirectives.isEmpty {
            text += "head\n"
            for directive in script.headDirectives { add(directive) }
        }
        text += "up\n"
        for statement in script.up { add(statement) }
        if let down = script.down, let marker = script.downMarker {
            text += "down (marker \(place(marker)))\n"
            for statement in down { add(statement) }
        }
        for directive in script.directiveNearMisses {
            text += "near miss of a directive at \(place(directive.range)): \(directive.canonicalText)\n"
        }
        for diagnostic in script.diagnostics { add(diagnostic) }
    }

    private mutating func add(_ statement: Statement) {
        let summary = statement.summary
        var line = "  \(place(statement.range)) \(summary.verb) [\(summary.kind.rawValue)]"
        if let kind = summary.objectKind { line += " \(kind.rawValue)" }
        if let object = summary.object { line += " \(object)" }
        if let owner = summary.owner { line += " of \(owner)" }
        if summary.ifExists { line += " if-exists" }
        if summary.ifNotExists { line += " if-not-exists" }
        if summary.orReplace { line += " or-replace" }
        if summary.isCustom { line += " custom" }
        text += line + "\n"
        for directive in statement.directives { add(directive) }
        for line in statement.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "    | \(line)\n"
        }
    }

    private mutating func add(_ directive: Directive) {
        text += "    @ \(place(directive.range)) \(directive.name)"
        text += directive.argument.isEmpty ? "\n" : " = \(directive.argument)\n"
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        text +=
            "\(diagnostic.severity.rawValue)[\(diagnostic.code)] \(place(diagnostic.range)): \(diagnostic.message)\n"
        if let hint = diagnostic.hint { text += "  hint: \(hint)\n" }
        for note in diagnostic.notes {
            text += "  note: \(note.message)" + (note.range.map { " (\(place($0)))" } ?? "") + "\n"
        }
    }

    private func place(_ range: Range<Int>) -> String {
        "\(source.location(at: range.lowerBound))-\(source.location(at: range.upperBound))"
    }
}
