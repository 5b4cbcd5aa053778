import Testing

@testable import CQLLint

@Suite struct UDFDisabledTests {
    @Test("a function and an aggregate")
    func found() {
        expectFindings(
            of: .udfDisabled,
            in: "CREATE FUNCTION «f» (x int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return x;';")
        expectFindings(of: .udfDisabled, in: "CREATE AGGREGATE «g» (int) SFUNC f STYPE int;")
    }

    @Test("to drop one is always possible")
    func silent() {
        expectFindings(of: .udfDisabled, in: "DROP FUNCTION IF EXISTS f;")
    }
}
