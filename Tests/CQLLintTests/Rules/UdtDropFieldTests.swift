import Testing

@testable import CQLLint

@Suite struct UdtDropFieldTests {
    @Test("a field is dropped")
    func found() {
        expectFindings(of: .udtDropField, in: "ALTER TYPE address «DROP» street;")
    }

    @Test("a field is added, or gets another name")
    func silent() {
        expectFindings(of: .udtDropField, in: "ALTER TYPE address ADD street text;")
        expectFindings(of: .udtDropField, in: "ALTER TYPE address RENAME street TO road;")
        expectFindings(of: .udtDropField, in: "ALTER TABLE address DROP street;")
    }
}
