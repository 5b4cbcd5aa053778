import CQLSyntax

/// One rule: what it is called, why it exists and how it looks.
///
/// Everything that people read of a rule is data, from which `--explain` and the pages below `Docs/rules` are made.
public struct LintRule: Sendable, Identifiable {
    /// The name in kebab-case; stable between releases.
    public let id: String
    /// How much a finding matters unless the configuration says otherwise.
    public let severity: LintSeverity
    /// What it finds, in one sentence.
    public let summary: String
    /// The fact and what follows from it.
    public let explanation: String
    /// What to do instead.
    public let recipe: String
    /// CQL in which it finds something; nil where the text is not what is wrong.
    public let example: String?
    /// How it looks; most rules look in one way.
    let checks: [Check]

    /// What a rule looks at.
    enum Check: Sendable {
        /// The problems that reading a script brings up.
        case reading(Set<Diagnostic.Code>)
        /// A statement that cannot be read as CQL: the first rule that has a remark speaks. The codes are problems of
        /// reading that belong to the rule as well.
        case unreadable(codes: Set<Diagnostic.Code> = [], @Sendable (UnreadableStatement) -> Remark?)
        /// A statement on its own, if it is of one of these forms.
        case statements(StatementForms, @Sendable (StatementContext) -> [Remark])
        /// A script on its own, if there is a statement of one of these forms in it, or if the forms are all and it is about
        /// the text. In a script that only makes and drops tables it is shown the statements of its forms and not others.
        case scripts(StatementForms, @Sendable (ScriptContext) -> [Remark])
        /// All scripts of the folder.
        case folder(@Sendable (FolderContext) -> [FolderRemark])
        /// A statement of the schema and the catalogue in front of it; a CREATE TABLE of a name that is new is not shown
        /// where its text alone tells that it is in order.
        case replay(@Sendable (ReplayContext) -> [Remark])
        /// A statement that the schema model refuses: the first rule that has a remark speaks.
        case refusal(@Sendable (RefusedStatement) -> Remark?)
        /// A version that was applied and taken back on the schema model; the remarks are about the file that takes it
        /// back.
        case rollback(@Sendable (RollbackContext) -> [Remark])
        /// The comments that silence other rules.
        case ignores

        /// A statement on its own.
        static func statement(
            _ forms: StatementForms = .all, _ check: @escaping @Sendable (StatementContext) -> [Remark]
        ) -> Check {
            .statements(forms, check)
        }

        /// A script on its own.
        static func script(
            _ forms: StatementForms = .all, _ check: @escaping @Sendable (ScriptContext) -> [Remark]
        ) -> Check {
            .scripts(forms, check)
        }
    }

    init(
        _ id: String,
        _ severity: LintSeverity,
        _ summary: String,
        explanation: String,
        recipe: String,
        example: String? = nil,
        check: Check,
        _ others: Check...
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
        self.recipe = recipe
        self.example = example
        checks = [check] + others
    }
}
