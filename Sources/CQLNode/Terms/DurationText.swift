import CQLWire

/// Durations as constants have them: `1h30m`, `P1Y2M`, `P2W`, `P0001-02-03T04:05:06` (`cql3.Duration.from`).
enum DurationText {
    private enum Unit {
        case months(Int64)
        case days(Int64)
        case nanoseconds(Int64)
    }

    static func read(_ text: String) throws(ServerError) -> CQLDuration {
        let isNegative = text.first == "-"
        let body = isNegative ? text.dropFirst() : text[...]
        let parts: [(Int64, Unit)]? =
            body.first == "P" || body.first == "p" ? iso(body.dropFirst()) : standard(body)
        guard let parts, let duration = total(parts, isNegative: isNegative) else {
            throw .invalid("Unable to convert '\(text)' to a duration")
        }
        return duration
    }

    private static func total(_ parts: [(Int64, Unit)], isNegative: Bool) -> CQLDuration? {
        var months: Int64 = 0
        var days: Int64 = 0
        var nanoseconds: Int64 = 0
        func add(_ number: Int64, _ factor: Int64, to sum: inout Int64) -> Bool {
            let (product, productOverflow) = number.multipliedReportingOverflow(by: factor)
            let (total, overflow) = sum.addingReportingOverflow(product)
            sum = total
            return !productOverflow && !overflow
        }
        for (number, unit) in parts {
            let fits =
                switch unit {
                case .months(let factor): add(number, factor, to: &months)
                case .days(let factor): add(number, factor, to: &days)
                case .nanoseconds(let factor): add(number, factor, to: &nanoseconds)
                }
            guard fits else { return nil }
        }
        let sign: Int64 = isNegative ? -1 : 1
        guard let shortMonths = Int32(exactly: months), let shortDays = Int32(exactly: days), shortMonths != .min,
            shortDays != .min, nanoseconds != .min
        else { return nil }
        return CQLDuration(
            months: shortMonths * Int32(sign),
            days: shortDays * Int32(sign),
            nanoseconds: nanoseconds * sign
        )
    }

    private static func standard(_ text: Substring) -> [(Int64, Unit)]? {
        let units: [String: Unit] = [
            "y": .months(12), "mo": .months(1), "w": .days(7), "d": .days(1), "h": .nanoseconds(3_600_000_000_000),
            "m": .nanoseconds(60_000_000_000), "s": .nanoseconds(1_000_000_000), "ms": .nanoseconds(1_000_000),
            "us": .nanoseconds(1_000), "µs": .nanoseconds(1_000), "μs": .nanoseconds(1_000), "ns": .nanoseconds(1),
        ]
        return pairs(text).flatMap { pairs in
            var parts: [(Int64, Unit)] = []
            for (number, name) in pairs {
                guard let unit = units[name.lowercased()] else { return nil }
                parts.append((number, unit))
            }
            return parts.isEmpty ? nil : parts
        }
    }

    private static func iso(_ text: Substring) -> [(Int64, Unit)]? {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        if halves[0].contains("-") { return alternative(halves) }
        let dates: [String: Unit] = ["Y": .months(12), "M": .months(1), "W": .days(7), "D": .days(1)]
        let times: [String: Unit] = [
            "H": .nanoseconds(3_600_000_000_000), "M": .nanoseconds(60_000_000_000), "S": .nanoseconds(1_000_000_000),
        ]
        var parts: [(Int64, Unit)] = []
        for (half, units) in zip(halves, [dates, times]) {
            guard let pairs = pairs(half) else { return nil }
            for (number, name) in pairs {
                guard let unit = units[name] else { return nil }
                parts.append((number, unit))
            }
        }
        return parts.isEmpty ? nil : parts
    }

    private static func alternative(_ halves: [Substring]) -> [(Int64, Unit)]? {
        guard halves.count == 2 else { return nil }
        let numbers =
            halves[0].split(separator: "-").map { Int64($0) } + halves[1].split(separator: ":").map { Int64($0) }
        let units: [Unit] = [
            .months(12), .months(1), .days(1), .nanoseconds(3_600_000_000_000), .nanoseconds(60_000_000_000),
            .nanoseconds(1_000_000_000),
        ]
        let known = numbers.compactMap { $0 }
        guard numbers.count == 6, known.count == 6 else { return nil }
        return Array(zip(known, units))
    }

    /// Numbers, each with the letters behind it.
    private static func pairs(_ text: Substring) -> [(Int64, String)]? {
        var rest = text
        var pairs: [(Int64, String)] = []
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { !("0"..."9").contains($0) }
            rest = rest.dropFirst(letters.count)
            guard let number = Int64(digits), !letters.isEmpty else { return nil }
            pairs.append((number, String(letters)))
        }
        return pairs
    }
}
