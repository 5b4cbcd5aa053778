import CQLSyntax

/// When further replicas are asked, checked and normalised (`SpeculativeRetryPolicy`, in 3.11 `SpeculativeRetryParam`).
struct RetryPolicy {
    private enum Kind {
        case always
        case never
        case percentile(Double)
        case fixed(Int32)
    }

    let release: CassandraRelease

    func normalized(_ text: String) throws(SchemaRefusal) -> String {
        if release < .v40 { return try oldNormalized(text) }
        if let hybrid = try hybrid(text) { return hybrid }
        return self.text(try simple(text))
    }

    private func simple(_ text: String) throws(SchemaRefusal) -> Kind {
        let lower = text.lowercased()
        if lower == "always" { return .always }
        if lower == "never" || lower == "none" { return .never }
        for suffix in ["percentile", "p"] where lower.hasSuffix(suffix) {
            guard let digits = Self.digits(lower.dropLast(suffix.count)) else { break }
            guard let value = JavaNumber.double(digits) else { throw invalid(text) }
            guard value > 0, value < 100 else {
                throw .configuration(
                    "Invalid value \(text) for PERCENTILE option 'speculative_retry': must be between (0.0 and 100.0)")
            }
            return .percentile(value)
        }
        if lower.hasSuffix("ms"), let digits = Self.digits(lower.dropLast(2)) {
            guard let value = JavaNumber.double(digits) else { throw invalid(text) }
            return .fixed(Int32(clamping: Int64(min(value, 4e9))))
        }
        throw invalid(text)
    }

    /// `MIN(99p,50ms)`, or nil where it is nothing of the kind.
    private func hybrid(_ text: String) throws(SchemaRefusal) -> String? {
        let upper = text.uppercased()
        guard upper.hasPrefix("MIN(") || upper.hasPrefix("MAX("), upper.hasSuffix(")") else { return nil }
        let parts = text.dropFirst(4).dropLast().split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        var left = parts[0]
        while left.last == " " { left = left.dropLast() }
        let right = parts[1].drop { $0 == " " }
        let kinds: (Kind, Kind)
        do { kinds = (try simple(String(left)), try simple(String(right))) } catch { throw invalid(text) }
        switch kinds {
        case (.percentile, .fixed): return "\(upper.prefix(3))(\(self.text(kinds.0)),\(self.text(kinds.1)))"
        case (.fixed, .percentile): return "\(upper.prefix(3))(\(self.text(kinds.1)),\(self.text(kinds.0)))"
        case (.percentile, .percentile): throw alike(text, "PERCENTILE")
        case (.fixed, .fixed): throw alike(text, "FIXED")
        default: throw invalid(text)
        }
    }

    private func alike(_ text: String, _ kind: String) -> SchemaRefusal {
        .configuration(
            "Invalid value \(text) for option 'speculative_retry': MIN()/MAX() arguments should be of different "
                + "types, but both are of type \(kind)")
    }

    private func text(_ kind: Kind) -> String {
        switch kind {
        case .always: "ALWAYS"
        case .never: "NEVER"
        case .percentile(let value): "\(Self.short(value, places: 4))p"
        case .fixed(let milliseconds): "\(milliseconds)ms"
        }
    }

    private func oldNormalized(_ text: String) throws(SchemaRefusal) -> String {
        let upper = text.uppercased()
        if upper.hasSuffix("MS") {
            guard let value = JavaNumber.double(String(text.dropLast(2))) else { throw invalid(text) }
            return "\(JavaNumber.text(value))ms"
        }
        if upper.hasSuffix("PERCENTILE") {
            guard let value = JavaNumber.double(String(text.dropLast(10))) else { throw invalid(text) }
            guard value >= 0, value <= 100 else {
                throw .configuration(
                    "Invalid value \(text) for PERCENTILE option 'speculative_retry': must be between 0.0 and 100.0")
            }
            return "\(Self.short(value, places: 5))PERCENTILE"
        }
        guard upper == "NONE" || upper == "ALWAYS" else { throw invalid(text) }
        return upper
    }

    private func invalid(_ text: String) -> SchemaRefusal {
        .configuration("Invalid value \(text) for option 'speculative_retry'")
    }

    private static func digits(_ text: Substring) -> String? {
        guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E }) else { return nil }
        return String(text)
    }

    /// A number with some digits at most behind the point and no zeros at its end (`DecimalFormat("#.####")`).
    private static func short(_ value: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        var text = JavaNumber.fixed((value * scale).rounded(.toNearestOrEven) / scale)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text.hasPrefix("0.") ? String(text.dropFirst()) : text
    }
}
