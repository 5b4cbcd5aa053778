import Testing

@testable import MigrationEngine

@Suite struct ServerPositionTests {
    @Test("the position in front of a message of the parser")
    func reads() {
        #expect(ServerPosition(in: "line 1:23 no viable alternative") == ServerPosition(in: "line 1:23"))
        let position = ServerPosition(in: "line 12:3 x")
        #expect(position?.line == 12)
        #expect(position?.column == 3)
        #expect(ServerPosition(in: "line 0:-1 mismatched input '<EOF>'")?.column == -1)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "line", "line ", "line 1", "line 1:", "line :1", "line 1:2:3 x", "Line 1:2", " line 1:2",
            "line 99999999999999999999:1", "line a:b",
        ])
    func refuses(message: String) {
        #expect(ServerPosition(in: message) == nil)
    }
}
