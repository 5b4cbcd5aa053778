import CQLClient

extension ClientError {
    /// Whether replicas did not answer a read or a condition in time, or too few of them: with several runners on one
    /// partition that happens every few per cent, and the next try succeeds.
    var isRoutineContention: Bool {
        switch serverError?.code {
        case .readTimeout, .writeTimeout, .unavailable, .readFailure, .casWriteUnknown, .overloaded: true
        default: false
        }
    }
}
