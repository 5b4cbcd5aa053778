import Testing

@testable import CQLLint

@Suite struct TwoUndosTests {
    @Test("a part and a script for one version are found")
    func finds() {
        expectFindings(
            of: .twoUndos, in: "USE a;", ofFile: 1, file: "U1__b.cql", others: ["V1__a.cql": "USE a;\n-- @down\nUSE b;"]
        )
    }

    @Test("either of them is in order")
    func passes() {
        expectFindings(of: .twoUndos, in: "USE a;", file: "U1__b.cql", others: ["V1__a.cql": "USE a;"])
    }
}
