import CQLSyntax
import MigrationScripts

/// A script as a rule sees it.
struct ScriptContext: Sendable {
    /// Where it is and what its name says.
    let file: ScriptFile
    /// Its text, tokens and parts.
    let parsed: ParsedScript
    /// The statements that can be read, of both parts in the order of the text; of a script that only makes and drops
    /// tables, those of a form that some rule on scripts is about.
    let statements: [StatementContext]
}

/// A statement as a rule sees it; a class, as all rules look at each statement and copies would cost more than they do.
final class StatementContext: Sendable {
    /// The statement.
    let statement: Statement
    /// What it says.
    let tree: StatementTree
    /// Which of the rules look at it.
    let form: StatementForms
    /// Whether it applies or takes back.
    let part: ScriptPart
    /// The kind of its script; the whole of an undo script takes back.
    let kind: ScriptKind
    /// What was asked for.
    private let rules: ActiveRules

    init(_ statement: Statement, _ tree: StatementTree, part: ScriptPart, kind: ScriptKind, rules: ActiveRules) {
        self.statement = statement
        self.tree = tree
        form = StatementForms(tree)
        self.part = part
        self.kind = kind
        self.rules = rules
    }

    /// The release that must be able to run it; nil where none was named.
    var release: CassandraRelease? { rules.release }
    /// What is to run it, where it was named.
    var platform: LintPlatform? { rules.platform }
    /// The keyspace that it is made for; nil where it is not known.
    var keyspace: String? { rules.keyspace }
    /// The nearest data centre, where the configuration names one.
    var localDataCentre: String? { rules.localDataCentre }

    /// Its bytes.
    var range: Range<Int> { statement.range }
    /// Whether the script that it stands in has names in double quotes.
    var hasQuotedNames: Bool { statement.lexed.hasQuotedNames }
    /// Whether it runs to take something back.
    var isUndo: Bool { part == .down || kind == .undo }
    /// Whether it has to run on that release or an earlier one as far as is known.
    func mayRunBefore(_ release: CassandraRelease) -> Bool { self.release.map { $0 < release } ?? false }
}

/// A statement that cannot be read as CQL.
struct UnreadableStatement: Sendable {
    /// The statement.
    let statement: Statement
    /// What is wrong with it.
    let error: Diagnostic
}

/// All scripts of a folder, as far as they matter to each other.
struct FolderContext: Sendable {
    /// The scripts in the order of their paths.
    let scripts: [ScriptReview]
}

/// What a rule says of one of the scripts of a folder.
struct FolderRemark: Sendable {
    /// Which one.
    let file: ScriptFile
    /// What.
    let remark: Remark
}
