import Testing

extension RealNodes {
    @Suite struct PasswordTests {
        @Test("a wrong or missing password is exit 3; the right one runs the main job")
        func passwords() async throws {
            try await CassandraCluster.with(ClusterShape(nodes: 1, asksForPassword: true)) { cluster in
                try await Passwords(nodes: cluster.addresses).run()
            }
        }
    }
}
