import CQLSyntax
public import MigrationScripts

/// What came of looking at one script on its own, and what the look at the folder needs to know of it.
///
/// It keeps the text and the statements of the schema but no tokens, and of a plain CREATE TABLE no more than where it
/// stands: thousands of scripts need little memory.
public struct ScriptReview: Sendable {
    /// The script.
    public let file: ScriptFile
    /// Its text; nil where it could not be read.
    let source: SourceText?
    /// What was found in it alone.
    var findings: [LintFinding] = []
    /// The comments in it that silence rules.
    var ignores: [IgnoreComment] = []
    /// What its part in front of `-- @down` does to the schema.
    var steps: [SchemaStep] = []
    /// What its part behind `-- @down` does to the schema; none where that is to drop what the other part makes.
    var undoSteps: [SchemaStep] = []
    /// Whether it has a part behind `-- @down`, be it empty.
    var hasDownPart = false
    /// Whether it says that it cannot be taken back.
    var isIrreversible = false
    /// Whether everything in it could be read.
    var isReadable = true
}
