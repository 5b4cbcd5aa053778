import CQLSyntax
import MigrationEngine
import SchemaModel

/// What differs between two schemas.
struct DiffDocument: CommandDocument {
    let from: String
    let to: String
    let differences: [SchemaDifference]
    let plan: SchemaPlan
    let showsCQL: Bool

    /// Compares.
    ///
    /// - Parameter isLive: Whether the first schema is a keyspace on a cluster: then the statements name it.
    init(
        from: String, to: String, isLive: Bool, schemas: (from: KeyspaceSchema, to: KeyspaceSchema), showsCQL: Bool
    ) {
        self.from = from
        self.to = to
        self.showsCQL = showsCQL
        let release = schemas.from.release
        let hasSettings = schemas.from.hasSettings && schemas.to.hasSettings
        differences = schemas.from.keyspace.differences(
            to: schemas.to.keyspace, release: release, comparesSettings: hasSettings)
        plan = SchemaPlan(
            from: schemas.from.keyspace, to: schemas.to.keyspace,
            .init(release: release, qualifiesNames: isLive || schemas.from.hasSettings, changesKeyspace: hasSettings))
    }

    var data: JSONValue {
        [
            "from": .string(from),
            "to": .string(to),
            "differences": .array(differences.map(Self.json)),
            "cql": .array(plan.steps.map(Self.json)),
        ]
    }

    private static func json(_ difference: SchemaDifference) -> JSONValue {
        let change: (word: String, property: String?, from: String?, to: String?) =
            switch difference.change {
            case .added: ("added", nil, nil, nil)
            case .removed: ("removed", nil, nil, nil)
            case .changed(let property, let from, let to): ("changed", property, from, to)
            }
        return [
            "kind": .string(difference.object.kind),
            "object": .string(difference.object.name),
            "change": .string(change.word),
            "property": JSONValue(change.property),
            "from": JSONValue(change.from),
            "to": JSONValue(change.to),
            "breaking": .bool(difference.isBreaking),
        ]
    }

    private static func json(_ step: PlanStep) -> JSONValue {
        [
            "kind": .string(step.object.kind),
            "object": .string(step.object.name),
            "statement": JSONValue(step.statement),
            "verdict": .string(step.word),
            "reason": JSONValue(step.reason),
        ]
    }

    // MARK: Text

    func text(on page: Page) -> String { showsCQL ? cql(on: page) : lines(on: page) }

    private func lines(on page: Page) -> String {
        guard !differences.isEmpty else { return SafeText.line("\(from) and \(to) do not differ") + "\n" }
        return SafeText.line("\(from) -> \(to): \(counted(differences.count, "difference"))") + "\n"
            + differences.map { Self.line($0, page.style) + "\n" }.joined()
    }

    private static func line(_ difference: SchemaDifference, _ style: Style) -> String {
        let object = SafeText.line("\(difference.object.kind) \(difference.object.name)")
        return switch difference.change {
        case .added: style.paint("+ \(object)", .good)
        case .removed: style.paint("- \(object)", .error)
        case .changed(let property, let from, let to):
            style.paint("~ \(object)", .warning) + SafeText.line(": \(property): \(shown(from)) -> \(shown(to))")
        }
    }

    private static func shown(_ value: String) -> String { value.isEmpty ? "none" : value }

    /// A script: what is no statement in it is a comment.
    private func cql(on page: Page) -> String {
        guard !plan.steps.isEmpty else { return SafeText.line("-- \(from) and \(to) do not differ") + "\n" }
        let script = plan.steps.map(\.script).joined(separator: "\n")
        return page.columns == nil ? script : SafeText.lines(script)
    }
}

extension PlanStep {
    /// The verdict as a word.
    var word: String {
        switch verdict {
        case .safe: "safe"
        case .risky: "risky"
        case .impossible: "impossible"
        }
    }

    /// The step as a part of a script: its verdict in a comment, then its statement.
    var script: String {
        var text = "-- \(word)"
        if isImpossible { text += ": \(object.kind) \(object.name)" }
        // A line end in a server's words must not end the comment.
        if let reason { text += ": \(SafeText.line(reason))" }
        return text + "\n" + (statement.map { $0 + "\n" } ?? "")
    }
}
