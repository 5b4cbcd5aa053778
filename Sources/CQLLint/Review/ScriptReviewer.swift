import CQLSyntax
import MigrationScripts

/// One look at one script with all the rules that look at a script alone.
struct ScriptReviewer {
    private let rules: ActiveRules
    private let read: ReadScript
    private var findings: [LintFinding] = []
    private var steps: [SchemaStep] = []
    private var undoSteps: [SchemaStep] = []
    private var isReadable: Bool
    private var textErrors = TextErrors()

    init(_ read: ReadScript, rules: ActiveRules) {
        self.rules = rules
        self.read = read
        isReadable = read.isRunnable
    }

    mutating func run() -> ScriptReview {
        for problem in read.problems where !textErrors.take(problem) {
            findings += rules.findings(of: problem)
        }
        if let parsed = read.parsed { look(at: parsed) }
        findings += textErrors.findings(rules, in: read)
        return ScriptReview(
            file: read.file, source: read.parsed?.source, findings: findings,
            ignores: read.parsed.map { IgnoreReader($0).comments } ?? [], steps: steps, undoSteps: undoSteps,
            hasDownPart: read.parsed?.down != nil, isIrreversible: read.parsed.map(Self.isIrreversible) ?? false,
            isReadable: isReadable)
    }

    private mutating func look(at parsed: ParsedScript) {
        var statements: [StatementContext] = []
        var forms = StatementForms()
        let kept = Self.onlyMakesAndDropsTables(parsed) ? rules.formsOfScripts : .all
        read(.up, of: parsed, keeping: kept, &forms, into: &statements)
        read(.down, of: parsed, keeping: kept, &forms, into: &statements)
        if FolderReplay.dropsWhatIsMade(steps, undoSteps) { undoSteps = [] }
        let context = ScriptContext(file: read.file, parsed: parsed, statements: statements)
        for rule in rules.ofScripts {
            guard case .scripts(let own, let check) = rule.check, own == .all || !own.isDisjoint(with: forms) else {
                continue
            }
            add(check(context), of: rule, in: parsed.source)
        }
    }

    private mutating func look(at statement: StatementContext) {
        let own = rules.ofStatements(statement.form)
        for index in own.looks.indices {
            let remarks = own.looks[index].remarks(statement)
            if !remarks.isEmpty { add(remarks, of: own.rules[index], in: statement.statement.source) }
        }
    }

    private static func isIrreversible(_ parsed: ParsedScript) -> Bool {
        parsed.headDirectives.contains { $0.name == DirectiveName.irreversible.rawValue }
            || parsed.up.contains { statement in
                statement.hasLeadingComments
                    && statement.directives.contains { $0.name == DirectiveName.irreversible.rawValue }
            }
    }

    private mutating func add(_ remarks: [Remark], of rule: ActiveRule, in source: SourceText) {
        for remark in remarks { findings.append(rule.finding(remark, file: read.file, source: source)) }
    }

    /// Most scripts are of this kind, and no rule on scripts asks for their many CREATE TABLE.
    private static func onlyMakesAndDropsTables(_ parsed: ParsedScript) -> Bool {
        func isSuch(_ statement: Statement) -> Bool {
            statement.summary.objectKind == .table && statement.summary.kind == .schemaDefinition
                && (statement.summary.verb == "CREATE TABLE" || statement.summary.verb == "DROP TABLE")
        }
        return parsed.up.allSatisfy(isSuch) && parsed.down?.allSatisfy(isSuch) != false
    }

    /// Looks at the statements of a part one by one, and keeps those of some forms: of the others each is let go of before
    /// the next one is read, which takes its memory again.
    private mutating func read(
        _ part: ScriptPart, of parsed: ParsedScript, keeping kept: StatementForms, _ forms: inout StatementForms,
        into contexts: inout [StatementContext]
    ) {
        let statements = parsed.statements(of: part)
        var found: [SchemaStep] = []
        found.reserveCapacity(statements.count)
        // What is asked of the reviewer itself is asked once.
        let kind = read.file.name.kind
        let (rules, grammar, release) = (rules, rules.grammar, rules.replayRelease)
        let spoiled = SpoiledText(parsed.diagnostics)
        var trees = TreeReader(parsed.lexed, for: grammar)
        for statement in statements {
            var tree: StatementTree?
            do throws(SyntaxError) {
                let known = try trees.tree(of: statement)
                tree = known
                let context = StatementContext(statement, known, part: part, kind: kind, rules: rules)
                look(at: context)
                forms.formUnion(context.form)
                if kept.contains(context.form) { contexts.append(context) }
            } catch {
                isReadable = false
                if !spoiled.covers(statement.range) { addUnreadable(statement, error.diagnostic) }
            }
            if let step = SchemaStep(statement, tree, release: release) { found.append(step) }
        }
        if part == .up { steps = found } else { undoSteps = found }
    }

    private mutating func addUnreadable(_ statement: Statement, _ error: Diagnostic) {
        let unreadable = UnreadableStatement(statement: statement, error: error)
        for rule in rules.ofUnreadable {
            guard case .unreadable(_, let check) = rule.check, let remark = check(unreadable) else { continue }
            if rule.rule.id == LintRule.syntax.id { return textErrors.add(remark, in: statement.source) }
            findings.append(rule.finding(remark, file: read.file, source: statement.source))
            return
        }
    }
}
