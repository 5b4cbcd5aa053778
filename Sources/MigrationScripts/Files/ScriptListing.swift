/// What a walk through a folder found.
public struct ScriptListing: Hashable, Sendable {
    /// The scripts, in the order of their paths.
    public let files: [ScriptFile]
    /// Files and folders that cannot be used, such as those with names that are none of a script.
    public let problems: [ScriptProblem]
}
