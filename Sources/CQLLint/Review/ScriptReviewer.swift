import CQLSyntax
import MigrationScripts

/// One look at one script with all the rules that look at a script alone.
struct ScriptReviewer {
    private let rules: ActiveRules
    private let read: ReadScript
    private var review: ScriptReview

    init(_ read: ReadScript, rules: ActiveRules) {
        self.rules = rules
        self.read = read
        review = ScriptReview(file: read.file, source: read.parsed?.source)
    }

    mutating func run() -> ScriptReview {
        for problem in read.problems { review.findings += rules.findings(of: problem) }
        review.isReadable = read.isRunnable
        guard let parsed = read.parsed else { return review }
        review.hasDownPart = parsed.down != nil
        review.isIrreversible = (parsed.headDirectives + parsed.up.flatMap(\.directives)).contains {
            $0.name == "irreversible"
        }
        review.ignores = IgnoreReader(parsed).comments
        var statements = readStatements(of: .up, in: parsed)
        statements += readStatements(of: .down, in: parsed)
        let context = ScriptContext(file: read.file, parsed: parsed, statements: statements)
        for rule in rules.ofStatements {
            guard case .statement(let check) = rule.check else { continue }
            for statement in statements { add(check(statement), of: rule, in: parsed.source) }
        }
        for rule in rules.ofScripts {
            guard case .script(let check) = rule.check else { continue }
            add(check(context), of: rule, in: parsed.source)
        }
        return review
    }

    private mutating func add(_ remarks: [Remark], of rule: ActiveRule, in source: SourceText) {
        for remark in remarks { review.findings.append(rule.finding(remark, file: read.file, source: source)) }
    }

    private mutating func readStatements(of part: ScriptPart, in parsed: ParsedScript) -> [StatementContext] {
        var contexts: [StatementContext] = []
        for statement in parsed.statements(of: part) {
            var tree: StatementTree?
            do throws(SyntaxError) {
                let found = try statement.tree(for: rules.release)
                tree = found
                contexts.append(
                    StatementContext(
                        statement: statement, tree: found, part: part, kind: read.file.name.kind,
                        release: rules.release, platform: rules.platform, keyspace: rules.keyspace,
                        localDataCentre: rules.localDataCentre))
            } catch {
                review.isReadable = false
                // What is wrong with the text as a whole makes statements of it that were never written.
                if !parsed.hasErrors { addUnreadable(statement, error.diagnostic) }
            }
            guard part == .up else { continue }
            switch statement.summary.kind {
            case .schemaDefinition, .use, .unknown:
                review.steps.append(
                    SchemaStep(range: statement.range, tree: tree, object: statement.summary.object))
            default: break
            }
        }
        return contexts
    }

    private mutating func addUnreadable(_ statement: Statement, _ error: Diagnostic) {
        let unreadable = UnreadableStatement(statement: statement, error: error)
        for rule in rules.ofUnreadable {
            guard case .unreadable(_, let check) = rule.check, let remark = check(unreadable) else { continue }
            review.findings.append(rule.finding(remark, file: read.file, source: statement.source))
            return
        }
    }
}
