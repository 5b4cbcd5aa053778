/// Why a digest could not be computed.
///
/// The cryptography is OpenSSL's, and an OpenSSL can be configured (a FIPS policy, a provider that is not loaded) so that
/// it refuses. That is a state of the host, not a bug, so it is an error with OpenSSL's own reason.
public struct DigestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The step that failed.
    public enum Step: String, Hashable, Sendable {
        /// No provider offers the algorithm.
        case fetch = "find the algorithm"
        /// There is no memory for the state of the computation.
        case allocate = "allocate the state"
        /// The provider would not begin.
        case begin = "begin"
        /// The provider would not take a piece of the input.
        case update = "take input"
        /// The provider would not give the result.
        case finish = "finish"
    }

    /// The name of the algorithm as OpenSSL knows it, such as `SHA256`.
    public let algorithm: String
    /// The step that failed.
    public let step: Step
    /// OpenSSL's own words, nil where it gave none.
    public let reason: String?

    /// Makes an error from its parts.
    public init(algorithm: String, step: Step, reason: String?) {
        self.algorithm = algorithm
        self.step = step
        self.reason = reason
    }

    /// A full sentence for people.
    public var description: String {
        let what = "OpenSSL refused \(algorithm) when asked to \(step.rawValue)"
        guard let reason else {
            return what + ", without a reason; check the providers in its configuration file (openssl.cnf)."
        }
        return what + ": \(reason); check the providers in its configuration file (openssl.cnf)."
    }
}
