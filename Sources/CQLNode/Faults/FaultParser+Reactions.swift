import CQLWire

extension FaultParser {
    mutating func reaction() throws(FaultSyntaxError) -> FaultReaction {
        let start = tokens
        switch tokens.next.kind == .word ? tokens.take().text.lowercased() : "" {
        case "drop": return .drop
        case "lose-reply": return .loseReply
        case "delay": return .delay(try duration())
        case "delay-reply": return .delayReply(try duration())
        case "forget": return .forget
        case "leave-rows": return .leaveRows
        case "reset": return .reset
        case "reset-after": return .resetAfter
        case "error": return try error()
        case "warn": return try warning()
        case "bytes": return try bytes()
        case "pause": return .pause(Self.duration(tokens.next.text) == nil ? nil : try duration())
        default:
            throw start.error(
                needed:
                    "drop, lose-reply, delay, delay-reply, forget, leave-rows, reset, reset-after, error, warn, bytes or pause"
            )
        }
    }

    private mutating func error() throws(FaultSyntaxError) -> FaultReaction {
        let word = tokens.next.text.lowercased()
        let code: ServerErrorCode
        if tokens.next.kind == .word, let known = ErrorName.all.first(where: { $0.name == word }) {
            code = known.code
        } else if tokens.next.kind == .word, word.hasPrefix("0x"), let number = Int32(word.dropFirst(2), radix: 16) {
            code = ServerErrorCode(rawValue: number)
        } else {
            throw tokens.error(
                needed: "the code of an error: " + ErrorName.all.map(\.name).joined(separator: ", ") + ", or 0x1100")
        }
        _ = tokens.take()
        let message = tokens.next.kind == .string ? tokens.take().text : nil
        return .error(ForgedError(code, message: message), applied: tokens.take(word: "applied"))
    }

    private mutating func warning() throws(FaultSyntaxError) -> FaultReaction {
        var warnings = [try string("the warning in single quotes")]
        while tokens.next.kind == .string { warnings.append(tokens.take().text) }
        return .warn(warnings)
    }

    private mutating func bytes() throws(FaultSyntaxError) -> FaultReaction {
        let digits = Array(tokens.next.text.lowercased().utf8.dropFirst(2))
        guard tokens.next.kind == .word, tokens.next.text.lowercased().hasPrefix("0x"), digits.count.isMultiple(of: 2)
        else { throw tokens.error(needed: "bytes such as 0x84ff") }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) else {
                throw tokens.error(needed: "bytes such as 0x84ff")
            }
            bytes.append(byte)
        }
        _ = tokens.take()
        return .bytes(bytes, thenClose: tokens.take(word: "close"))
    }

    private mutating func duration() throws(FaultSyntaxError) -> Duration {
        guard tokens.next.kind == .word, let duration = Self.duration(tokens.next.text) else {
            throw tokens.error(needed: "a duration such as 500ms, 2s or 1m")
        }
        _ = tokens.take()
        return duration
    }

    /// A duration of at most a year; nil when it is none.
    private static func duration(_ text: String) -> Duration? {
        let units: [(suffix: String, milliseconds: Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)]
        guard let unit = units.first(where: { text.hasSuffix($0.suffix) }),
            let number = Int(text.dropLast(unit.suffix.count)), (0...31_536_000_000).contains(number)
        else { return nil }
        let (milliseconds, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
        return overflow || milliseconds > 31_536_000_000 ? nil : .milliseconds(milliseconds)
    }
}
