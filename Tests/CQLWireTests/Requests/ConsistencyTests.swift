import CQLWire
import Testing

@Suite struct ConsistencyTests {
    @Test("levels have the numbers and names of the specification")
    func names() {
        let names = Consistency.allCases.map(\.description)
        #expect(
            names == [
                "ANY", "ONE", "TWO", "THREE", "QUORUM", "ALL", "LOCAL_QUORUM", "EACH_QUORUM", "SERIAL",
                "LOCAL_SERIAL", "LOCAL_ONE",
            ]
        )
        #expect(Consistency.allCases.map(\.rawValue) == Array(0...10))
    }

    @Test("a level is found by its name in upper or lower case")
    func byName() {
        #expect(Consistency(name: "local_quorum") == .localQuorum)
        #expect(Consistency(name: "SERIAL") == .serial)
        #expect(Consistency(name: "LOCALQUORUM") == nil)
        #expect(Consistency.allCases.filter(\.isSerial) == [.serial, .localSerial])
        #expect("\(Consistency(rawValue: 11))" == "level 11")
    }
}
