extension InetAddress: LosslessStringConvertible {
    /// The text form: dotted decimal, or that of RFC 5952.
    public var description: String {
        isV6 ? InetAddress.describe(groups: groups) : bytes.map { String($0) }.joined(separator: ".")
    }

    /// Reads the text form of an address: four decimal numbers, or the forms of RFC 4291 §2.2; nil if it is neither.
    public init?(_ text: String) {
        let utf8 = Array(text.utf8)
        if utf8.contains(UInt8(ascii: ":")) {
            guard let groups = InetAddress.parseV6(utf8) else { return nil }
            self.init(bytes: groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] })
        } else {
            guard let parts = InetAddress.parseV4(utf8[...]) else { return nil }
            self.init(bytes: parts)
        }
    }

    private var groups: [UInt16] {
        let raw = bytes
        return stride(from: 0, to: raw.count - 1, by: 2).map { UInt16(raw[$0]) << 8 | UInt16(raw[$0 + 1]) }
    }

    /// RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`, and an
    /// embedded address of version 4 in its own form.
    private static func describe(groups: [UInt16]) -> String {
        if groups.prefix(5).allSatisfy({ $0 == 0 }) && groups[5] == 0xffff {
            let tail = groups.suffix(2).flatMap { [$0 >> 8, $0 & 0xff] }
            return "::ffff:" + tail.map { String($0) }.joined(separator: ".")
        }
        var best = 0..<0
        var index = 0
        while index < groups.count {
            let end = groups[index...].firstIndex { $0 != 0 } ?? groups.count
            if end - index > best.count { best = index..<end }
            index = end + 1
        }
        func join(_ part: some Sequence<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard best.count >= 2 else { return join(groups) }
        return join(groups[..<best.lowerBound]) + "::" + join(groups[best.upperBound...])
    }

    private static func parseV4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var numbers: [UInt8] = []
        for part in parts {
            // A leading zero means octal to some readers and decimal to others.
            guard !part.isEmpty, part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
            var number = 0
            for byte in part {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                guard number <= 255 else { return nil }
            }
            numbers.append(UInt8(number))
        }
        return numbers
    }

    private static func parseV6(_ text: [UInt8]) -> [UInt16]? {
        let colon = UInt8(ascii: ":")
        guard let gap = text.indices.first(where: { text[$0...].starts(with: [colon, colon]) }) else {
            guard let groups = parseGroups(text[...], isLast: true), groups.count == 8 else { return nil }
            return groups
        }
        guard let front = parseGroups(text[..<gap], isLast: false),
            let back = parseGroups(text[(gap + 2)...], isLast: true)
        else { return nil }
        // The gap stands for one group at least.
        let missing = 8 - front.count - back.count
        guard missing >= 1 else { return nil }
        return front + Array(repeating: 0, count: missing) + back
    }

    /// Groups between colons, perhaps none; the last one of the address may be one of version 4.
    private static func parseGroups(_ text: ArraySlice<UInt8>, isLast: Bool) -> [UInt16]? {
        if text.isEmpty { return [] }
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (index, part) in parts.enumerated() {
            if isLast, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
                guard let tail = parseV4(part) else { return nil }
                groups.append(UInt16(tail[0]) << 8 | UInt16(tail[1]))
                groups.append(UInt16(tail[2]) << 8 | UInt16(tail[3]))
                continue
            }
            guard (1...4).contains(part.count) else { return nil }
            var group: UInt16 = 0
            for byte in part {
                guard let digit = hexadecimalDigit(byte) else { return nil }
                group = group << 4 | UInt16(digit)
            }
            groups.append(group)
        }
        return groups
    }
}
