import Testing

@testable import CQLLint

@Suite struct DeprecatedFunctionTests {
    @Test("what an upgrade takes away")
    func found() {
        expectFindings(
            of: .deprecatedFunction, in: "INSERT INTO t (id, at) VALUES (1, «dateOf»(now()));", platform: .cassandra41)
        expectFindings(
            of: .deprecatedFunction,
            in: "CREATE FUNCTION «f» (x int) CALLED ON NULL INPUT RETURNS int LANGUAGE javascript AS 'x';")
    }

    @Test("what is gone already is another rule")
    func silent() {
        expectFindings(of: .deprecatedFunction, in: "INSERT INTO t (id, at) VALUES (1, dateOf(now()));")
        expectFindings(
            of: .deprecatedFunction,
            in: "CREATE FUNCTION f (x int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return x;';")
    }
}
