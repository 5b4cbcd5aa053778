import Testing

@testable import CQLLint

@Suite struct BadFilenameTests {
    @Test("names that are none of a migration are found")
    func finds() {
        expectFindings(of: .badFilename, in: "USE a;", ofFile: 1, file: "V2_typo.cql")
        expectFindings(of: .badFilename, in: "USE a;", ofFile: 1, file: "v3__x.cql")
        expectFindings(of: .badFilename, in: "USE a;", ofFile: 1, file: "V1__x.CQL")
    }

    @Test("the forms of the documentation are in order")
    func passes() {
        expectFindings(of: .badFilename, in: "USE a;", file: "sub/V20240115103000__x.cql")
        expectFindings(of: .badFilename, in: "USE a;", file: "20260115_001_x.cql")
    }
}
