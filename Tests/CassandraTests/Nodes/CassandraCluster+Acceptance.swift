import Acceptance

extension CassandraCluster: DivisibleNodes {
    var release: String { home.shortRelease }

    func kill(_ node: Int) async throws { try await kill([node]) }
    func pause(_ node: Int) async throws { try await pause([node]) }
    func resume(_ node: Int) async throws { try await resume([node]) }
    func restart(_ node: Int) async throws { try await restart([node]) }
}
