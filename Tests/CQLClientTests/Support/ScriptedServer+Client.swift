import EventLoop
import ScriptedServer
import Testing

@testable import CQLClient

extension ScriptedServer {
    /// The contact point of one of its nodes.
    func contactPoint(_ node: Int = 0) -> ContactPoint {
        ContactPoint(host: addresses[node].host, port: addresses[node].port)
    }

    /// Settings that lead to it.
    func settings(connectTimeout: Duration = .seconds(60), requestTimeout: Duration = .seconds(60)) -> ClusterSettings {
        ClusterSettings(
            contactPoints: [contactPoint()], requestTimeout: requestTimeout, connectTimeout: connectTimeout)
    }
}

extension ClientError {
    /// Why the only contact point could not be connected to.
    var onlyAttempt: String? {
        guard case .noNodeReachable(let attempts) = kind, attempts.count == 1 else { return nil }
        return attempts[0].reason
    }
}
