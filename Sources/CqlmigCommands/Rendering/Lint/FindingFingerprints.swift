import CQLLint
import MigrationScripts

/// What tells a finding of today's run to be one of yesterday's: the rule, the file, the message and the line's text, but not where the
/// line stands; equal ones are counted.
struct FindingFingerprints {
    private var seen: [String: Int] = [:]

    /// The fingerprint of the next finding.
    mutating func next(_ finding: LintFinding) -> String {
        let words = (finding.place?.line ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let key = [finding.rule, finding.file ?? "", words, finding.message].joined(separator: "\u{0}")
        let number = seen[key, default: 0]
        seen[key] = number + 1
        return Self.hash("\(key)\u{0}\(number)")
    }

    /// FNV-1a of 64 bits: the same on every machine and in every release.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
