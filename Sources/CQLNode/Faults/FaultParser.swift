import CQLSyntax
import CQLWire

/// Reads the text of a fault.
struct FaultParser {
    var tokens: FaultTokens
    private var depth = 0

    init(_ text: String) throws(FaultSyntaxError) { tokens = try FaultTokens(text) }

    mutating func fault() throws(FaultSyntaxError) -> Fault {
        let reaction = try reaction()
        let condition = tokens.take(word: "when") ? try condition() : .any
        var skipping: Int?
        var times: Int?
        while tokens.next.kind != .end {
            if skipping == nil, tokens.take(word: "after") {
                skipping = try number(from: 0)
            } else if times == nil, tokens.take(word: "times") {
                times = try number(from: 1)
            } else {
                throw tokens.error(needed: "'when', 'after', 'times' or the end")
            }
        }
        return Fault(reaction, when: condition, skipping: skipping ?? 0, times: times)
    }

    // MARK: Conditions

    private mutating func condition() throws(FaultSyntaxError) -> FaultCondition {
        var parts = [try conjunction()]
        while tokens.take(word: "or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .either(parts)
    }

    private mutating func conjunction() throws(FaultSyntaxError) -> FaultCondition {
        var parts = [try negation()]
        while tokens.take(word: "and") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func negation() throws(FaultSyntaxError) -> FaultCondition {
        // Deeper than anybody means, and far from the end of the stack.
        guard depth < 64 else { throw FaultSyntaxError(message: "It is nested too deep.", column: tokens.next.column) }
        depth += 1
        defer { depth -= 1 }
        if tokens.take(word: "not") { return .not(try negation()) }
        if tokens.next.kind == .bracket, tokens.next.text == "(" {
            _ = tokens.take()
            let inner = try condition()
            guard tokens.next.text == ")", tokens.next.kind == .bracket else { throw tokens.error(needed: "')'") }
            _ = tokens.take()
            return inner
        }
        return try predicate()
    }

    private mutating func predicate() throws(FaultSyntaxError) -> FaultCondition {
        let start = tokens
        switch tokens.next.kind == .word ? tokens.take().text.lowercased() : "" {
        case "any": return .any
        case "opcode": return .opcode(try opcode())
        case "kind": return .kind(try kind())
        case "verb": return .verb(try string("the verb in single quotes").uppercased())
        case "object", "table", "keyspace": return .object(try name())
        case "text": return .text(try string("text in single quotes"))
        case "frame": return .frame(try number(from: 1))
        case "connection": return .connection(try number(from: 1))
        case "node": return .node(try number(from: 1))
        default:
            throw start.error(
                needed: "any, opcode, kind, verb, object, text, frame, connection, node, 'not' or '('")
        }
    }

    private mutating func opcode() throws(FaultSyntaxError) -> Opcode {
        let requests: [Opcode] = [
            .startup, .options, .authResponse, .query, .prepare, .execute, .batch, .register,
        ]
        let wanted = tokens.next.text.uppercased()
        guard let opcode = requests.first(where: { $0.description == wanted }) else {
            throw tokens.error(needed: "one of " + requests.map(\.description).joined(separator: ", "))
        }
        _ = tokens.take()
        return opcode
    }

    private mutating func kind() throws(FaultSyntaxError) -> StatementKind {
        guard let kind = StatementKind(rawValue: tokens.next.text.lowercased()) else {
            let kinds = StatementKind.allCases.map(\.rawValue)
            throw tokens.error(needed: "one of " + kinds.joined(separator: ", "))
        }
        _ = tokens.take()
        return kind
    }

    private mutating func name() throws(FaultSyntaxError) -> ObjectName {
        guard tokens.next.kind == .word, let name = FaultName(tokens.next.text) else {
            throw tokens.error(needed: "a name such as t, k.t or k.\"T\"")
        }
        _ = tokens.take()
        return name.objectName
    }

    // MARK: Parts

    mutating func string(_ what: String) throws(FaultSyntaxError) -> String {
        guard tokens.next.kind == .string else { throw tokens.error(needed: what) }
        return tokens.take().text
    }

    mutating func number(from least: Int) throws(FaultSyntaxError) -> Int {
        guard tokens.next.kind == .word, let number = Int(tokens.next.text), number >= least else {
            throw tokens.error(needed: "a whole number of \(least) or more")
        }
        _ = tokens.take()
        return number
    }
}

extension Fault {
    /// Reads a fault: `reaction [when condition] [after N] [times N]`.
    ///
    ///     reaction    drop | lose-reply | delay DURATION | delay-reply DURATION | forget | reset | reset-after
    ///                 | error CODE ['text'] [applied] | warn 'text' … | bytes 0x… [close] | pause [DURATION]
    ///     condition   conditions joined by `and`, `or`, `not` and brackets; `and` binds closer than `or`
    ///                 any | opcode NAME | kind KIND | verb 'VERB' | object NAME (also: table, keyspace)
    ///                 | text 'part of the CQL' | frame N | connection N | node N
    ///     CODE        a name such as write-timeout, or the number: 0x1100
    ///     KIND        the raw value of a ``StatementKind``: schema-definition, conditional-modification, …
    ///     DURATION    500ms, 2s, 1m
    ///
    /// `after N`: the first N requests that meet the condition go well; `times N`: it happens N times, not without end.
    ///
    /// - Throws: `FaultSyntaxError`, with the column.
    public init(_ text: String) throws(FaultSyntaxError) {
        var parser = try FaultParser(text)
        self = try parser.fault()
    }
}
