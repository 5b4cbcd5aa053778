import Testing

@testable import CQLLint

@Suite struct PlaintextPasswordTests {
    @Test("a password in any of the statements that give one")
    func found() {
        expectFindings(of: .plaintextPassword, in: "CREATE ROLE app WITH PASSWORD = «'secret'» AND LOGIN = true;")
        expectFindings(of: .plaintextPassword, in: "ALTER ROLE app WITH PASSWORD = «'secret'»;")
        expectFindings(of: .plaintextPassword, in: "CREATE USER app WITH PASSWORD «'secret'»;")
        expectFindings(of: .plaintextPassword, in: "ALTER USER app WITH PASSWORD «'secret'»;")
    }

    @Test("a hash, a placeholder, no password")
    func silent() {
        expectFindings(
            of: .plaintextPassword, in: "CREATE ROLE app WITH HASHED PASSWORD = '$2a$10$x' AND LOGIN = true;")
        expectFindings(of: .plaintextPassword, in: "CREATE ROLE app WITH PASSWORD = '${app_password}';")
        expectFindings(of: .plaintextPassword, in: "CREATE ROLE app WITH LOGIN = true;")
    }
}
