import Testing

@testable import CQLLint

@Suite struct CqlshCommandTests {
    @Test("commands of the shell are found")
    func finds() {
        expectFindings(
            of: .cqlshCommand,
            in: """
                «SOURCE» 'a.cql';
                USE a;
                """)
        expectFindings(
            of: .cqlshCommand,
            in: """
                USE a;
                «CONSISTENCY» QUORUM;
                """)
    }

    @Test("names that look like them are in order")
    func passes() {
        expectFindings(of: .cqlshCommand, in: "CREATE TABLE source (copy int PRIMARY KEY);")
    }
}
