package import FoundationEssentials

extension UUID {
    /// Creates a UUID from 16 bytes; missing bytes count as 0.
    package init(wireBytes bytes: some Sequence<UInt8>) {
        var raw: [UInt8] = []
        raw.reserveCapacity(16)
        raw.append(contentsOf: bytes.prefix(16))
        while raw.count < 16 { raw.append(0) }
        self.init(
            uuid: (
                raw[0], raw[1], raw[2], raw[3], raw[4], raw[5], raw[6], raw[7],
                raw[8], raw[9], raw[10], raw[11], raw[12], raw[13], raw[14], raw[15]
            )
        )
    }

    /// The 16 bytes, most significant first.
    package var wireBytes: [UInt8] {
        let raw = uuid
        return [
            raw.0, raw.1, raw.2, raw.3, raw.4, raw.5, raw.6, raw.7,
            raw.8, raw.9, raw.10, raw.11, raw.12, raw.13, raw.14, raw.15,
        ]
    }
}
