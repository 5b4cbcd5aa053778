import Testing

@testable import CQLLint

@Suite struct DuplicateVersionTests {
    @Test("versions are compared by their numbers")
    func finds() {
        expectFindings(
            of: .duplicateVersion, in: "USE a;", ofFile: 1, file: "V1.1.0__n.cql", others: ["V1.01.0__m.cql": "USE a;"])
        expectFindings(
            of: .duplicateVersion, in: "USE a;", ofFile: 1, file: "V4__q.cql", others: ["V004__p.cql": "USE a;"])
    }

    @Test("different versions are in order")
    func passes() {
        expectFindings(of: .duplicateVersion, in: "USE a;", file: "V1.1__n.cql", others: ["V1.10__m.cql": "USE a;"])
    }
}
