import CQLSyntax
public import MigrationScripts

/// What came of looking at one script on its own, and what the look at the folder needs to know of it.
///
/// It keeps the text and the statements of the schema but no tokens, and of a plain CREATE TABLE no more than where it
/// stands: thousands of scripts need little memory. A class, and of constants only, since it is sorted and handed around.
public final class ScriptReview: Sendable {
    /// The script.
    public let file: ScriptFile
    /// Its text; nil where it could not be read.
    let source: SourceText?
    /// What was found in it alone.
    let findings: [LintFinding]
    /// The comments in it that silence rules.
    let ignores: [IgnoreComment]
    /// What its part in front of `-- @down` does to the schema.
    let steps: [SchemaStep]
    /// What its part behind `-- @down` does to the schema; none where that is to drop what the other part makes.
    let undoSteps: [SchemaStep]
    /// Whether it has a part behind `-- @down`, be it empty.
    let hasDownPart: Bool
    /// Whether it says that it cannot be taken back.
    let isIrreversible: Bool
    /// Whether everything in it could be read.
    let isReadable: Bool

    init(
        file: ScriptFile, source: SourceText?, findings: [LintFinding], ignores: [IgnoreComment], steps: [SchemaStep],
        undoSteps: [SchemaStep], hasDownPart: Bool, isIrreversible: Bool, isReadable: Bool
    ) {
        self.file = file
        self.source = source
        self.findings = findings
        self.ignores = ignores
        self.steps = steps
        self.undoSteps = undoSteps
        self.hasDownPart = hasDownPart
        self.isIrreversible = isIrreversible
        self.isReadable = isReadable
    }
}
