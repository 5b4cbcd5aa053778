import Testing

@testable import CQLLint

@Suite struct TriggerTests {
    @Test("a trigger is made")
    func found() {
        expectFindings(of: .trigger, in: "CREATE TRIGGER «g» ON users USING 'org.example.Audit';")
    }

    @Test("a trigger is dropped")
    func silent() {
        expectFindings(of: .trigger, in: "DROP TRIGGER g ON users;")
    }
}
