import CQLSyntax
import MigrationScripts
import SchemaModel

/// Runs the scripts on a schema model in the order in which `migrate` runs them on an empty keyspace, and takes each
/// version back once to see what is left.
///
/// What the model cannot know is left alone: keyspaces that no script makes, and everything that depends on an object
/// whose definition could not be read or was refused.
struct FolderReplay {
    /// The keyspace where none is configured.
    static let namelessKeyspace = "target_keyspace"

    private let rules: ActiveRules
    /// Whether every script could be read; otherwise what is not there may be in one of the others.
    private let knowsEverything: Bool
    private let target: String
    private var schema: SchemaReplay
    /// Whether no statement has been applied, and names without a keyspace are those of the one that is migrated.
    private var isUntouched: Bool { !hasApplied && schema.keyspace == target }
    private var hasApplied = false
    /// Tables that no statement has named again since they were made: most tables, and to make them costs.
    private var waiting = WaitingTables(capacity: 0)
    /// Objects of which nothing is known but that they may exist.
    private var opaque: Set<ObjectName> = []
    private var droppedTables: Set<String> = []
    private var findings: [LintFinding] = []

    init(rules: ActiveRules, knowsEverything: Bool) {
        self.rules = rules
        self.knowsEverything = knowsEverything
        target = rules.keyspace ?? FolderReplay.namelessKeyspace
        schema = SchemaReplay(release: rules.replayRelease, target: target)
    }

    /// What the rules say of the statements of the schema.
    mutating func findings(in reviews: [ScriptReview]) -> [LintFinding] {
        waiting = WaitingTables(capacity: reviews.reduce(0) { $0 + $1.steps.count })
        let undos = Dictionary(
            reviews.compactMap { review in
                review.file.name.kind == .undo ? review.file.name.version.map { ($0.number, review) } : nil
            }
        ) { first, _ in first }
        for review in Self.inOrder(reviews) {
            schema.keyspace = target
            let own = review.hasDownPart ? Undo(review, review.undoSteps) : nil
            let apart = review.file.name.version.flatMap { undos[$0.number] }.flatMap { Undo($0, $0.steps) }
            run(review, undo: own ?? apart)
        }
        return findings
    }

    private struct Undo {
        let review: ScriptReview
        let steps: [SchemaStep]

        init?(_ review: ScriptReview, _ steps: [SchemaStep]) {
            guard !steps.isEmpty else { return nil }
            self.review = review
            self.steps = steps
        }
    }

    private static func inOrder(_ reviews: [ScriptReview]) -> [ScriptReview] {
        let versioned = reviews.compactMap { review in
            review.file.name.kind == .versioned
                ? review.file.name.version.map { (number: $0.number, review: review) } : nil
        }.sorted { $0.number < $1.number }.map(\.review)
        let others = [ScriptKind.repeatable, .always].flatMap { kind in
            reviews.filter { $0.file.name.kind == kind }.sorted {
                $0.file.name.description < $1.file.name.description
            }
        }
        return versioned + others
    }

    // MARK: A script

    private mutating func run(_ review: ScriptReview, undo: Undo?) {
        guard let undo, review.isReadable, undo.review.isReadable,
            !Self.dropsWhatIsMade(review.steps, undo.steps)
        else {
            _ = runSteps(of: review)
            return
        }
        let names = names(in: review.steps + undo.steps)
        for name in names { make(name) }
        let before = schema.catalogue(of: names)
        let isKnown = names.isDisjoint(with: opaque)
        let isApplied = runSteps(of: review)
        for name in names { make(name) }
        guard isKnown, isApplied else { return }
        takeBack(undo, from: schema.catalogue(of: names), to: before)
    }

    /// Whether a script only makes tables and its undo drops the same ones: there is nothing to find out then.
    static func dropsWhatIsMade(_ steps: [SchemaStep], _ undo: [SchemaStep]) -> Bool {
        guard steps.count == undo.count else { return false }
        var isReversed = true
        for index in steps.indices {
            guard case .plainTable(let made) = steps[index].content else { return false }
            // The last one first, as a rule.
            guard case .statement(.dropTable(let drop)) = undo[steps.count - 1 - index].content else { return false }
            if drop.name.name.text != made.name.name || drop.name.keyspace?.text != made.name.keyspace {
                isReversed = false
            }
        }
        return isReversed || dropsInAnyOrder(steps, undo)
    }

    private static func dropsInAnyOrder(_ steps: [SchemaStep], _ undo: [SchemaStep]) -> Bool {
        let made = steps.compactMap { step -> ObjectName? in
            guard case .plainTable(let table) = step.content else { return nil }
            return table.name
        }
        let dropped = undo.compactMap { step -> ObjectName? in
            guard case .statement(.dropTable(let drop)) = step.content else { return nil }
            return drop.name.objectName
        }
        return dropped.count == made.count && Set(made) == Set(dropped)
    }

    private func names(in steps: [SchemaStep]) -> Set<ObjectName> {
        var names: Set<ObjectName> = []
        for step in steps {
            switch step.content {
            case .plainTable(let table): names.insert(schema.fullName(table.name))
            case .statement(let tree): names.formUnion(ReferencedNames(tree).objects.map(schema.fullName))
            case .unreadable(let name): if let name { names.insert(schema.fullName(name)) }
            }
        }
        return names
    }

    private mutating func takeBack(_ undo: Undo, from catalogue: Catalogue, to before: Catalogue) {
        var undone = schema.on(catalogue)
        undone.keyspace = target
        for step in undo.steps {
            // What is read again makes the same table here.
            guard let tree = tree(of: step, in: undo.review) else { return }
            if case .use(let name) = tree {
                undone.keyspace = name.text
                continue
            }
            if case .batch = tree { continue }
            let names = ReferencedNames(tree)
            guard names.isModelled, undone.knowsKeyspaces(of: names) else { return }
            do throws(SchemaRefusal) { try undone.run(tree) } catch {
                add(
                    RefusedStatement(
                        range: step.range, tree: tree, refusal: error, release: schema.release, isUndo: true),
                    undo.review)
                return
            }
        }
        guard let first = undo.steps.first, let last = undo.steps.last else { return }
        let context = RollbackContext(
            range: first.range.lowerBound..<last.range.upperBound, before: before, after: undone.catalogue,
            release: schema.release)
        for rule in rules.ofRollbacks {
            guard case .rollback(let check) = rule.check else { continue }
            for remark in check(context) { add(remark, of: rule, undo.review) }
        }
    }

    private func tree(of step: SchemaStep, in review: ScriptReview) -> StatementTree? {
        switch step.content {
        case .plainTable: review.source.flatMap { try? $0.tree(in: step.range, for: rules.grammar) }
        case .statement(let tree): tree
        case .unreadable: nil
        }
    }

    // MARK: A statement

    /// Does the steps of a script; returns whether all of them were done.
    private mutating func runSteps(of review: ScriptReview) -> Bool {
        let steps = review.steps
        let inPlace = steps.span
        var isApplied = true
        for index in steps.indices {
            // In most folders there is nothing but this, and the names of the tables need no look.
            if isUntouched, opaque.isEmpty, let hash = inPlace[index].plainTableHash,
                waiting.keep(.init(script: review, step: index, keyspace: target), hash: hash)
            {
                continue
            }
            if !run(steps[index], index, of: review) { isApplied = false }
        }
        return isApplied
    }

    /// Whether it was done.
    private mutating func run(_ step: SchemaStep, _ index: Int, of review: ScriptReview) -> Bool {
        switch step.content {
        case .unreadable(let object):
            if let object { opaque.insert(schema.fullName(object)) }
            return false
        case .plainTable(let table):
            let keyspace = table.name.keyspace ?? schema.keyspace
            guard let tables = schema.tables(in: keyspace) else { return true }
            let full = table.inKeyspace(keyspace)
            if tables.isEmpty || tables[full.name.name] == nil, opaque.isEmpty || !opaque.contains(full.name),
                droppedTables.isEmpty || !droppedTables.contains("\(keyspace).\(full.name.name)"),
                waiting.keep(.init(script: review, step: index, keyspace: keyspace), hash: full.hash)
            {
                return true
            }
            guard let tree = tree(of: step, in: review) else { return false }
            return run(tree, step.range, of: review)
        case .statement(let tree): return run(tree, step.range, of: review)
        }
    }

    private mutating func run(_ tree: StatementTree, _ range: Range<Int>, of review: ScriptReview) -> Bool {
        if case .use(let name) = tree {
            schema.keyspace = name.text
            return true
        }
        if case .batch = tree {
            for modification in tree.modifications { make(schema.fullName(modification.table)) }
            for (rule, remark) in remarks(on: tree, range) { add(remark, of: rule, review) }
            return true
        }
        let names = ReferencedNames(tree)
        guard names.isModelled else {
            opaque.formUnion(names.objects.map(schema.fullName))
            return false
        }
        // Only scripts that make a keyspace say what is in it.
        guard schema.knowsKeyspaces(of: names) else { return true }
        for name in names.objects { make(schema.fullName(name)) }
        for (rule, remark) in remarks(on: tree, range) { add(remark, of: rule, review) }
        do throws(SchemaRefusal) {
            try apply(tree)
            noteDrop(tree)
            return true
        } catch {
            let refused = RefusedStatement(range: range, tree: tree, refusal: error, release: schema.release)
            let depends = names.objects.contains { opaque.contains(schema.fullName($0)) }
            // What follows from this refusal would be told again with every statement that needs the object.
            if let object = names.objects.first { opaque.insert(schema.fullName(object)) }
            if !depends { add(refused, review) }
            return false
        }
    }

    private mutating func apply(_ tree: StatementTree) throws(SchemaRefusal) {
        hasApplied = true
        try schema.run(tree)
    }

    private mutating func noteDrop(_ tree: StatementTree) {
        switch tree {
        case .dropTable(let statement):
            let name = schema.fullName(statement.name)
            droppedTables.insert("\(name.keyspace ?? "").\(name.name)")
        case .dropKeyspace(let statement):
            waiting.removeAll(in: statement.name.text)
        default: break
        }
    }

    /// Makes a table that was left aside until now.
    private mutating func make(_ name: ObjectName) {
        guard let place = waiting.take(name),
            let tree = tree(of: place.script.steps[place.step], in: place.script)
        else { return }
        let session = schema.keyspace
        defer { schema.keyspace = session }
        schema.keyspace = name.keyspace ?? session
        do throws(SchemaRefusal) { try apply(tree) } catch { opaque.insert(name) }
    }

    private func remarks(on tree: StatementTree, _ range: Range<Int>) -> [(ActiveRule, Remark)] {
        let context = ReplayContext(
            range: range, tree: tree, catalogue: schema.catalogue, context: schema.context,
            droppedTables: droppedTables)
        return rules.ofReplay.flatMap { rule -> [(ActiveRule, Remark)] in
            guard case .replay(let check) = rule.check else { return [] }
            return check(context).map { (rule, $0) }
        }
    }

    // MARK: Findings

    private mutating func add(_ statement: RefusedStatement, _ review: ScriptReview) {
        guard !Self.dependsOnConfiguration(statement.refusal) else { return }
        if !knowsEverything, statement.isAboutAbsence { return }
        for rule in rules.ofRefusals {
            guard case .refusal(let check) = rule.check, let remark = check(statement) else { continue }
            return add(remark, of: rule, review)
        }
    }

    private mutating func add(_ remark: Remark, of rule: ActiveRule, _ review: ScriptReview) {
        findings.append(rule.finding(remark, file: review.file, source: review.source))
    }

    /// What one server refuses and another one with other settings accepts says nothing of the script.
    private static func dependsOnConfiguration(_ refusal: SchemaRefusal) -> Bool {
        refusal.message.contains("disabled") || refusal.message.contains("emtable")
            || refusal.message.contains("not supported by this node")
    }
}
