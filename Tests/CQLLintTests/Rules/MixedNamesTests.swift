import Testing

@testable import CQLLint

@Suite struct MixedNamesTests {
    @Test("both styles in one folder are found")
    func finds() {
        expectFindings(of: .mixedNames, in: "USE a;", ofFile: 1, file: "001_a.cql", others: ["V2__b.cql": "USE a;"])
    }

    @Test("one style is in order")
    func passes() {
        expectFindings(of: .mixedNames, in: "USE a;", file: "001_a.cql", others: ["002_b.cql": "USE a;"])
    }
}
