import CQLNode
import CQLSyntax
import CQLWire
import Testing

@Suite struct FaultTextTests {
    struct Vector: CustomTestStringConvertible {
        let text: String
        let fault: Fault
        var testDescription: String { text }
    }

    static let vectors = [
        Vector(text: "drop", fault: Fault(.drop)),
        Vector(text: "forget times 1", fault: Fault(.forget, times: 1)),
        Vector(text: "leave-rows", fault: Fault(.leaveRows)),
        Vector(
            text: "lose-reply when kind schema-definition times 1",
            fault: Fault(.loseReply, when: .kind(.schemaDefinition), times: 1)),
        Vector(
            text: "error write-timeout applied when kind conditional-modification after 2",
            fault: Fault(
                .error(ForgedError(.writeTimeout), applied: true), when: .kind(.conditionalModification), skipping: 2)),
        Vector(
            text: "error invalid 'it''s so' when opcode EXECUTE and node 2",
            fault: Fault(
                .error(ForgedError(.invalid, message: "it's so"), applied: false),
                when: .all([.opcode(.execute), .node(2)]))),
        Vector(
            text: "delay-reply 1500ms when object k.\"T\" or text 'x y' and not frame 3",
            fault: Fault(
                .delayReply(.milliseconds(1500)),
                when: .either([
                    .object(ObjectName(keyspace: "k", name: "T")), .all([.text("x y"), .not(.frame(3))]),
                ]))),
        Vector(
            text: "pause when (node 1 or node 2) and verb 'CREATE TABLE'",
            fault: Fault(.pause(nil), when: .all([.either([.node(1), .node(2)]), .verb("CREATE TABLE")]))),
        Vector(
            text: "pause 2s when connection 4 times 3",
            fault: Fault(.pause(.seconds(2)), when: .connection(4), times: 3)),
        Vector(text: "bytes 0x84ff close", fault: Fault(.bytes([0x84, 0xff], thenClose: true))),
        Vector(text: "warn 'one' 'two'", fault: Fault(.warn(["one", "two"]))),
        Vector(text: "reset-after when not (any and any)", fault: Fault(.resetAfter, when: .not(.all([.any, .any])))),
    ]

    @Test("a fault is read from its text", arguments: vectors)
    func reading(_ vector: Vector) throws {
        #expect(try Fault(vector.text) == vector.fault)
    }

    @Test("a fault writes a text that is read as the same fault", arguments: vectors)
    func writing(_ vector: Vector) throws {
        #expect(try Fault(vector.fault.description) == vector.fault)
    }

    @Test("names and numbers have more than one spelling")
    func spellings() throws {
        #expect(try Fault("error 0x1100") == Fault("ERROR Write-Timeout"))
        #expect(try Fault("drop when table K.T") == Fault("drop when object k.t"))
        #expect(try Fault("drop when opcode query") == Fault("drop when opcode QUERY"))
        #expect(try Fault("delay 1m") == Fault("delay 60000ms"))
    }

    struct Mistake: CustomTestStringConvertible {
        let text: String
        let column: Int
        let words: String
        var testDescription: String { text }
    }

    static let mistakes = [
        Mistake(text: "", column: 1, words: "drop, lose-reply"),
        Mistake(text: "explode", column: 1, words: "not 'explode'"),
        Mistake(text: "drop if node 1", column: 6, words: "'when'"),
        Mistake(text: "drop when", column: 10, words: "not the end"),
        Mistake(text: "drop when opcode RESULT", column: 18, words: "one of STARTUP"),
        Mistake(text: "drop when kind ddl", column: 16, words: "schema-definition"),
        Mistake(text: "drop when node 0", column: 16, words: "1 or more"),
        Mistake(text: "drop when (node 1", column: 18, words: "')'"),
        Mistake(text: "drop when text 'abc", column: 16, words: "closing quote"),
        Mistake(text: "drop when object \"abc", column: 18, words: "closing quote"),
        Mistake(text: "drop when object a.b.c", column: 18, words: "a name"),
        Mistake(text: "drop after 1 after 2", column: 14, words: "the end"),
        Mistake(text: "drop times 0", column: 12, words: "1 or more"),
        Mistake(text: "delay 99999999999999999999s", column: 7, words: "a duration"),
        Mistake(text: "delay -5s", column: 7, words: "a duration"),
        Mistake(text: "error 0xzz", column: 7, words: "write-timeout"),
        Mistake(text: "bytes 0x123", column: 7, words: "bytes such as"),
        Mistake(text: "drop when \(String(repeating: "(", count: 5000))", column: 75, words: "too deep"),
    ]

    @Test("a mistake is told of with its column", arguments: mistakes)
    func refusal(_ mistake: Mistake) throws {
        let error = try #require(throws: FaultSyntaxError.self) { try Fault(mistake.text) }
        #expect(error.column == mistake.column)
        #expect(error.message.contains(mistake.words), "\(error)")
    }
}
