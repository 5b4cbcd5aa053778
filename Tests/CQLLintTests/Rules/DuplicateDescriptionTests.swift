import Testing

@testable import CQLLint

@Suite struct DuplicateDescriptionTests {
    @Test("two repeatable scripts of one description are found")
    func finds() {
        expectFindings(
            of: .duplicateDescription, in: "USE a;", ofFile: 1, file: "views/R__names.cql",
            others: ["R__names.cql": "USE a;"])
    }

    @Test("a repeatable and an always script may share one")
    func passes() {
        expectFindings(
            of: .duplicateDescription, in: "USE a;", file: "R__names.cql", others: ["A__names.cql": "USE a;"])
    }
}
