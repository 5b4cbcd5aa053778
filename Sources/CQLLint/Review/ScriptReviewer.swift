import CQLSyntax
import MigrationScripts

/// One look at one script with all the rules that look at a script alone.
struct ScriptReviewer {
    private let rules: ActiveRules
    private let read: ReadScript
    private var review: ScriptReview
    private var textErrors = TextErrors()

    init(_ read: ReadScript, rules: ActiveRules) {
        self.rules = rules
        self.read = read
        review = ScriptReview(file: read.file, source: read.parsed?.source)
    }

    mutating func run() -> ScriptReview {
        for problem in read.problems where !textErrors.take(problem) {
            review.findings += rules.findings(of: problem)
        }
        review.isReadable = read.isRunnable
        if let parsed = read.parsed { look(at: parsed) }
        review.findings += textErrors.findings(rules, in: read)
        return review
    }

    private mutating func look(at parsed: ParsedScript) {
        review.hasDownPart = parsed.down != nil
        review.isIrreversible = Self.isIrreversible(parsed)
        review.ignores = IgnoreReader(parsed).comments
        var statements = readStatements(of: .up, in: parsed)
        statements += readStatements(of: .down, in: parsed)
        if SchemaReplay.dropsWhatIsMade(review.steps, review.undoSteps) { review.undoSteps = [] }
        let forms = statements.reduce(into: StatementForms()) { $0.formUnion($1.form) }
        for rule in rules.ofStatements {
            guard case .statements(let own, let check) = rule.check, !own.isDisjoint(with: forms) else { continue }
            for statement in statements where own.contains(statement.form) {
                add(check(statement), of: rule, in: parsed.source)
            }
        }
        let context = ScriptContext(file: read.file, parsed: parsed, statements: statements)
        for rule in rules.ofScripts {
            guard case .script(let check) = rule.check else { continue }
            add(check(context), of: rule, in: parsed.source)
        }
    }

    private static func isIrreversible(_ parsed: ParsedScript) -> Bool {
        parsed.headDirectives.contains { $0.name == DirectiveName.irreversible.rawValue }
            || parsed.up.contains { statement in
                !statement.leadingComments.isEmpty
                    && statement.directives.contains { $0.name == DirectiveName.irreversible.rawValue }
            }
    }

    private mutating func add(_ remarks: [Remark], of rule: ActiveRule, in source: SourceText) {
        for remark in remarks { review.findings.append(rule.finding(remark, file: read.file, source: source)) }
    }

    private mutating func readStatements(of part: ScriptPart, in parsed: ParsedScript) -> [StatementContext] {
        var contexts: [StatementContext] = []
        for statement in parsed.statements(of: part) {
            var tree: StatementTree?
            do throws(SyntaxError) {
                let found = try statement.tree(for: rules.grammar)
                tree = found
                contexts.append(
                    StatementContext(statement, found, part: part, kind: read.file.name.kind, rules: rules))
            } catch {
                review.isReadable = false
                // What is wrong with the text as a whole makes statements of it that were never written.
                if !parsed.hasErrors { addUnreadable(statement, error.diagnostic) }
            }
            guard let step = SchemaStep(statement, tree, release: rules.replayRelease) else { continue }
            if part == .up { review.steps.append(step) } else { review.undoSteps.append(step) }
        }
        return contexts
    }

    private mutating func addUnreadable(_ statement: Statement, _ error: Diagnostic) {
        let unreadable = UnreadableStatement(statement: statement, error: error)
        for rule in rules.ofUnreadable {
            guard case .unreadable(_, let check) = rule.check, let remark = check(unreadable) else { continue }
            if rule.rule.id == LintRule.syntax.id { return textErrors.add(remark, in: statement.source) }
            review.findings.append(rule.finding(remark, file: read.file, source: statement.source))
            return
        }
    }
}
