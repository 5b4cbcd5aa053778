import Foundation
import Testing

/// A node that asks for a password: user `cassandra`, password `cassandra`.
struct Passwords {
    let nodes: [String]

    func run() async throws {
        let project = try Project("passwords", nodes, replication: Project.simple(1))
        try project.writeTables(1...2)
        // Neither is a password that is missing told as a wrong one, nor is a wrong one shown.
        let none = try await project.expect(3, "migrate", "--json")
        #expect(try none.errorCodes() == ["authentication-failed"])
        let wrong = try await project.run("migrate", "--json", environment: credentials("not the password"))
        #expect(wrong.exitCode == 3, "\(wrong.output)\(wrong.errors)")
        #expect(try wrong.errorCodes() == ["authentication-failed"])
        #expect(!(wrong.output + wrong.errors).contains("not the password"))
        for arguments in [["init"], ["migrate"], ["status"]] {
            let finished = try await project.start(arguments, environment: credentials("cassandra")).wait()
            #expect(finished.exitCode == 0, "\(arguments): \(finished.output)\(finished.errors)")
        }
    }

    private func credentials(_ password: String) -> [String: String] {
        ["CQLMIG_USERNAME": "cassandra", "CQLMIG_PASSWORD": password]
    }
}
