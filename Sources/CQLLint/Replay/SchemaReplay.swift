import CQLSyntax
import FoundationEssentials
import MigrationScripts
import SchemaModel

/// Runs the up parts of all scripts on a schema model, in the order in which `migrate` runs them on an empty keyspace.
///
/// What the model cannot know is left alone: keyspaces that no script makes, and everything that depends on an object
/// whose definition could not be read or was refused.
struct SchemaReplay {
    /// The keyspace where none is configured.
    static let namelessKeyspace = "target_keyspace"

    private let rules: ActiveRules
    /// Whether every script could be read; otherwise what is not there may be in one of the others.
    private let knowsEverything: Bool
    private let release: CassandraRelease
    private let target: String
    private var catalogue: Catalogue
    private var keyspace: String
    /// Objects of which nothing is known but that they may exist, as `keyspace.name`.
    private var opaque: Set<String> = []
    private var droppedTables: Set<String> = []
    private var time: Int64 = 0

    init(rules: ActiveRules, knowsEverything: Bool) {
        self.rules = rules
        self.knowsEverything = knowsEverything
        release = rules.release ?? .v50
        target = rules.keyspace ?? Self.namelessKeyspace
        keyspace = target
        catalogue = Catalogue(keyspaces: [target: Keyspace(name: target, replication: .simple(1))])
    }

    /// What the rules say of the statements of the schema.
    mutating func findings(in reviews: [ScriptReview]) -> [LintFinding] {
        var findings: [LintFinding] = []
        for review in Self.inOrder(reviews) {
            keyspace = target
            for step in review.steps {
                for (rule, remark) in run(step) {
                    findings.append(rule.finding(remark, file: review.file, source: review.source))
                }
            }
        }
        return findings
    }

    private static func inOrder(_ reviews: [ScriptReview]) -> [ScriptReview] {
        let versioned = reviews.filter { $0.file.name.kind == .versioned }.sorted {
            guard let left = $0.file.name.version, let right = $1.file.name.version else { return false }
            return left.number < right.number
        }
        let others = [ScriptKind.repeatable, .always].flatMap { kind in
            reviews.filter { $0.file.name.kind == kind }.sorted {
                $0.file.name.description < $1.file.name.description
            }
        }
        return versioned + others
    }

    private mutating func run(_ step: SchemaStep) -> [(ActiveRule, Remark)] {
        guard let tree = step.tree else {
            if let object = step.object { markOpaque(object.keyspace, object.name) }
            return []
        }
        if case .use(let name) = tree {
            keyspace = name.text
            return []
        }
        let names = ReferencedNames(tree)
        guard names.isModelled else {
            if let object = step.object { markOpaque(object.keyspace, object.name) }
            return []
        }
        // Only scripts that make a keyspace say what is in it.
        guard names.keyspaces.allSatisfy({ catalogue.keyspaces[$0] != nil }) else { return [] }
        if names.objects.isEmpty || names.keyspaces.isEmpty {
            guard names.isKeyspaceStatement || catalogue.keyspaces[keyspace] != nil else { return [] }
        }
        time += 1
        let remarks = remarks(on: tree, step.range)
        do throws(SchemaRefusal) {
            _ = try catalogue.apply(tree, in: context(names))
            if case .dropTable(let statement) = tree { droppedTables.insert(fullName(statement.name)) }
            return remarks
        } catch {
            return refused(RefusedStatement(range: step.range, tree: tree, refusal: error, release: release), names)
        }
    }

    private func remarks(on tree: StatementTree, _ range: Range<Int>) -> [(ActiveRule, Remark)] {
        let context = ReplayContext(
            range: range, tree: tree, catalogue: catalogue, context: context(nil), droppedTables: droppedTables)
        return rules.ofReplay.flatMap { rule -> [(ActiveRule, Remark)] in
            guard case .replay(let check) = rule.check else { return [] }
            return check(context).map { (rule, $0) }
        }
    }

    private mutating func refused(_ statement: RefusedStatement, _ names: ReferencedNames) -> [(ActiveRule, Remark)] {
        let depends = names.objects.contains { opaque.contains(fullName($0)) }
        // What follows from this refusal would be told again with every statement that needs the object.
        if let object = names.objects.first { opaque.insert(fullName(object)) }
        guard !depends, !Self.dependsOnConfiguration(statement.refusal) else { return [] }
        let isUnknown = LintRule.unknownObject.isAbout(statement)
        if isUnknown, !knowsEverything { return [] }
        for rule in rules.ofRefusals {
            guard case .refusal(let check) = rule.check, let remark = check(statement) else { continue }
            return [(rule, remark)]
        }
        return []
    }

    /// What one server refuses and another one with other settings accepts says nothing of the script.
    private static func dependsOnConfiguration(_ refusal: SchemaRefusal) -> Bool {
        refusal.message.contains("disabled") || refusal.message.contains("emtable")
            || refusal.message.contains("not supported by this node")
    }

    private mutating func markOpaque(_ keyspace: String?, _ name: String) {
        opaque.insert("\(keyspace ?? self.keyspace).\(name)")
    }

    private func fullName(_ name: QualifiedName) -> String { "\(name.keyspace?.text ?? keyspace).\(name.name.text)" }

    private func context(_ names: ReferencedNames?) -> SchemaContext {
        var settings = NodeSettings()
        settings.masking = true
        settings.sasiIndexes = true
        settings.dropCompactStorage = true
        settings.transactions = true
        // Which data centres there are is not known here: those that a statement names, and large enough.
        let centres = ["datacenter1"] + (names?.dataCentres ?? [])
        let id = UInt64(bitPattern: time)
        func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: id >> (index * 8)) }
        return SchemaContext(
            release: release, keyspace: keyspace,
            newTableID: UUID(
                uuid: (
                    0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, byte(5), byte(4), byte(3), byte(2), byte(1), byte(0)
                )),
            now: time, dataCentres: Dictionary(centres.map { ($0, 1000) }) { first, _ in first }, settings: settings)
    }
}
