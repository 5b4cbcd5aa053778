import CQLSyntax
import Testing

/// Whatever the bytes are: the tokens cover them in order, and nothing that reads them traps or loops.
@Suite struct LexerRobustnessTests {
    static let inputs: [String] = [
        "/* a */ CREATE TABLE \"a;\"\"b\" (id uuid, v text) -- x\r\nWITH comment = 'it''s';\n-- @down\nDROP TABLE t",
        "SELECT 550e8400-e29b-41d4-a716-446655440000, 1234567e-3, 12345678-1234, 1h30m10µs, -P1Y2MT3H, 1..2",
        "P2000-01-02T03:04:05 -P2000-01- $$ a $ b $$ $$$ 0xAF // ${a} ${b",
        "BEGIN UNLOGGED BATCH INSERT INTO t (a) VALUES ('é😀'); APPLY BATCH; BEGIN TRANSACTION LET",
        "CREATE ROLE r WITH PASSWORD = 'a''b' AND OPTIONS = {'password': $$x$$};\r-- @timeout  5s\rSOURCE 'x'\n",
    ]

    @Test("every prefix of a nasty text", arguments: inputs)
    func prefixes(_ input: String) {
        let bytes = Array(input.utf8)
        for end in 0...bytes.count { check(Array(bytes[..<end])) }
    }

    @Test("every nasty text with one byte replaced, removed or added", arguments: inputs)
    func mutations(_ input: String) {
        let bytes = Array(input.utf8)
        let replacements =
            Array("'\"$-/*;\n\r @{}.0aeP_".utf8) + [0x00, 0x0B, 0x7F, 0x80, 0xC2, 0xE2, 0xEF, 0xF0, 0xFF]
        for index in bytes.indices {
            // Each of them at every fifth place, and at every place another one.
            for (number, replacement) in replacements.enumerated() where Thoroughness.tries(number + index, oneOf: 5) {
                var replaced = bytes
                replaced[index] = replacement
                check(replaced)
            }
            var removed = bytes
            removed.remove(at: index)
            check(removed)
            var added = bytes
            added.insert(UInt8(ascii: "$"), at: index)
            check(added)
        }
    }

    @Test("every pair of ASCII bytes and of others")
    func pairs() {
        // All of ASCII, and what can begin or continue a sequence of UTF-8, or neither.
        let bytes = Array(UInt8(0x00)...0x7F) + [0x80, 0xB5, 0xC0, 0xC2, 0xE2, 0xED, 0xEF, 0xF0, 0xFF]
        for first in bytes {
            for second in bytes where Thoroughness.tries(Int(first) + Int(second), oneOf: 5) { check([first, second]) }
        }
    }

    private func check(_ bytes: [UInt8]) {
        let source = SourceText(name: "t", bytes: bytes)
        for options in [LexerOptions.plain, LexerOptions(placeholders: true)] {
            let lexed = LexedText(source, options: options)
            var end = source.contentStart
            for token in lexed.tokens {
                guard !token.range.isEmpty, token.range.lowerBound >= end,
                    isWhiteSpace(bytes[end..<token.range.lowerBound])
                else {
                    Issue.record("\(token) does not follow offset \(end) of \(bytes)")
                    return
                }
                end = token.range.upperBound
            }
            if !isWhiteSpace(bytes[end...]) { Issue.record("nothing covers what is behind offset \(end) of \(bytes)") }
            let script = ParsedScript(lexed)
            if lexed.tokens.contains(where: { $0.kind == .invalid }) && !script.hasErrors {
                Issue.record("an invalid token without a diagnostic: \(bytes)")
            }
            for statement in script.up + (script.down ?? []) {
                _ = statement.offset(ofServerLine: 2, column: 3)
            }
            _ = script.canonicalBytes(of: .up)
            for diagnostic in script.diagnostics {
                let location = source.location(at: diagnostic.range.lowerBound)
                _ = SourceLine(location.line, of: source).shownColumn(of: location.column)
            }
        }
        _ = PasswordMask(secretsOf: source.text(in: 0..<bytes.count)).masked(source.text(in: 0..<bytes.count))
    }

    private func isWhiteSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
}
