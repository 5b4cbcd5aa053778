extension ScriptDirectory {
    /// Finds and reads all scripts.
    ///
    /// - Parameter parallelism: how many files are read at a time.
    /// - Throws: ``ScriptError`` with everything that is wrong in the folder, in all files at once.
    public func load(parallelism: Int) async throws(ScriptError) -> ScriptSet {
        let listing = try list()
        let candidates = await read(listing.files, parallelism: parallelism) { ScriptCandidate($0) }
        return try ScriptSet(candidates, problems: listing.problems)
    }
}
