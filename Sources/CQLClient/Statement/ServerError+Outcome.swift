import CQLWire

extension ServerError {
    /// What this answer says of the statement that it answers.
    ///
    /// Only errors that the server raises before it does anything are a refusal. Everything else, also an `overloaded`
    /// or an `unavailable`, is not taken as one: servers raise them after the first replica has acted as well.
    ///
    /// From 6.0 on a schema change is committed to the metadata log by a service, and its failures come back as
    /// `invalid`, with the Java exception or the story of the commit in the text
    /// (`org.apache.cassandra.tcm.ClusterMetadataService.commit`); the change may have been committed all the same.
    func outcome(on platform: Platform) -> Outcome {
        switch code {
        case .syntaxError, .unauthorized, .alreadyExists, .configError, .unprepared: .rejected
        case .invalid: platform.hasTransactionalMetadata && isFailedCommit ? .unknown : .rejected
        default: .unknown
        }
    }

    private var isFailedCommit: Bool {
        let signs = ["Exception", "commit", "Commit", "TimedOut", "timed out", "Timed out", "CMS", "epoch"]
        return signs.contains { message.contains($0) }
    }
}
