import FoundationEssentials
import SchemaModel

/// A value of a recorded row: `{"text": "a"}`, `{"map": [[key, value], …]}` and so on.
struct RecordedValue: Decodable {
    let value: SystemValue

    private enum Kind: String, CodingKey {
        case text, int, bigint, boolean, double, uuid, blob, timestamp, list, set, map
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Kind.self)
        guard let kind = container.allKeys.first else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "a value without a type"))
        }
        switch kind {
        case .text: value = .text(try container.decode(String.self, forKey: kind))
        case .int: value = .int(try container.decode(Int32.self, forKey: kind))
        case .bigint: value = .bigint(try container.decode(Int64.self, forKey: kind))
        case .boolean: value = .boolean(try container.decode(Bool.self, forKey: kind))
        case .double: value = .double(try container.decode(Double.self, forKey: kind))
        case .uuid: value = .uuid(try container.decode(UUID.self, forKey: kind))
        case .blob: value = .blob(Self.bytes(try container.decode(String.self, forKey: kind)))
        case .timestamp: value = .timestamp(try container.decode(Int64.self, forKey: kind))
        case .list: value = .list(try container.decode([RecordedValue].self, forKey: kind).map(\.value))
        case .set: value = .set(Set(Self.texts(try container.decode([RecordedValue].self, forKey: kind))))
        case .map:
            let pairs = try container.decode([[RecordedValue]].self, forKey: kind)
            value = .map(Dictionary(pairs.map { (Self.texts([$0[0]])[0], $0[1].value) }) { $1 })
        }
    }

    private static func texts(_ values: [RecordedValue]) -> [String] {
        values.map { recorded in
            guard case .text(let text) = recorded.value else { return "" }
            return text
        }
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

extension SystemRow {
    /// Reads a recorded line: the table, a tab, the values.
    init(line: String) throws {
        let parts = line.split(separator: "\t", maxSplits: 1)
        let values = try JSONDecoder().decode([String: RecordedValue].self, from: Data(parts[1].utf8))
        self.init(String(parts[0]), values.mapValues(\.value))
    }
}
