import CQLSyntax

/// How a table's files are compressed, checked and normalised (`CompressionParams`).
struct CompressionRules {
    static let package = "org.apache.cassandra.io.compress."

    let release: CassandraRelease

    func normalized(_ map: [String: String]) throws(SchemaRefusal) -> [String: String] {
        var options = map
        let takesOldNames = release < .v50
        let enabled = options.removeValue(forKey: "enabled").map { $0.lowercased() == "true" } ?? true
        let namesClass = map["class"] != nil || (takesOldNames && map["sstable_compression"] != nil)
        if !map.isEmpty, enabled, !namesClass {
            throw .configuration("Missing sub-option 'class' for the 'compression' option.")
        }
        guard enabled || options.isEmpty else {
            throw .configuration("If the 'enabled' option is set to false no other options must be specified")
        }
        let className = enabled ? try removeClass(from: &options) : nil
        let chunkLength = try removeChunkLength(from: &options)
        let ratio = try removeRatio(from: &options)
        guard let className, !className.isEmpty else {
            if takesOldNames { options["crc_check_chance"] = nil }
            guard options.isEmpty else {
                throw .configuration(
                    "Unknown compression options ([\(options.keys.sorted().joined(separator: ", "))]) since no "
                        + "compression class found")
            }
            return ["enabled": "false"]
        }
        let compressor = try compressor(className, &options)
        try check(chunkLength: chunkLength, ratio: ratio)
        options["class"] = compressor
        options["chunk_length_in_kb"] = String(chunkLength)
        if ratio != 0 { options["min_compress_ratio"] = JavaNumber.text(ratio) }
        return options
    }

    private func removeClass(from options: inout [String: String]) throws(SchemaRefusal) -> String? {
        guard let name = options.removeValue(forKey: "class") else {
            return release < .v50 ? options.removeValue(forKey: "sstable_compression") : nil
        }
        if release < .v50, options["sstable_compression"] != nil {
            throw .configuration(
                "The 'sstable_compression' option must not be used if the compression algorithm is already specified "
                    + "by the 'class' option")
        }
        guard !name.isEmpty else {
            throw .configuration(
                "The 'class' option must not be empty. To disable compression use 'enabled' : false")
        }
        return name
    }

    /// The length of a chunk in KiB.
    private func removeChunkLength(from options: inout [String: String]) throws(SchemaRefusal) -> Int {
        var written = options.removeValue(forKey: "chunk_length_in_kb")
        if release < .v50, let old = options["chunk_length_kb"] {
            guard written == nil else {
                throw .configuration(
                    "The 'chunk_length_kb' option must not be used if the chunk length is already specified by the "
                        + "'chunk_length_in_kb' option")
            }
            options["chunk_length_kb"] = nil
            written = old
        }
        guard let written else { return release < .v40 ? 64 : 16 }
        guard let length = Int32(written) else { throw .configuration("Invalid value for chunk_length_in_kb") }
        guard length <= 2_097_151 else {
            throw .configuration("Value of chunk_length_in_kb is too large (\(length))")
        }
        return Int(length)
    }

    private func removeRatio(from options: inout [String: String]) throws(SchemaRefusal) -> Double {
        guard release >= .v40, let written = options.removeValue(forKey: "min_compress_ratio") else { return 0 }
        guard let ratio = JavaNumber.double(written) else {
            throw .server("java.lang.NumberFormatException: For input string: \"\(written)\"")
        }
        return ratio
    }

    private func check(chunkLength: Int, ratio: Double) throws(SchemaRefusal) {
        guard chunkLength > 0 else { throw .configuration("Invalid negative or null chunk_length_in_kb") }
        guard chunkLength & (chunkLength - 1) == 0 else {
            throw .configuration("chunk_length_in_kb must be a power of 2")
        }
        guard ratio >= 0 else { throw .configuration("Invalid negative min_compress_ratio") }
        guard ratio == 0 || ratio >= 1 else {
            throw .configuration("min_compress_ratio can either be 0 or greater than or equal to 1")
        }
    }

    /// The full name of a compressor's class, its own options checked.
    private func compressor(_ name: String, _ options: inout [String: String]) throws(SchemaRefusal) -> String {
        let full = name.contains(".") ? name : Self.package + name
        let short = full.hasPrefix(Self.package) ? String(full.dropFirst(Self.package.count)) : full
        guard let known = optionNames(of: short) else {
            throw .configuration("Could not create Compression for type \(full)")
        }
        if release < .v50 { options["crc_check_chance"] = nil }
        try checkValues(of: short, options)
        for option in JavaHashOrder.sorted(options.keys.sorted()) where !known.contains(option) {
            throw .configuration("Unknown compression options \(option)")
        }
        return full
    }

    private func optionNames(of compressor: String) -> Set<String>? {
        switch compressor {
        case "LZ4Compressor": ["lz4_compressor_type", "lz4_high_compressor_level"]
        case "SnappyCompressor", "DeflateCompressor": []
        case "NoopCompressor" where release >= .v40: []
        case "ZstdCompressor" where release >= .v40: ["compression_level"]
        case "ZstdDictionaryCompressor" where release >= .v60: ["compression_level"]
        default: nil
        }
    }

    private func checkValues(of compressor: String, _ options: [String: String]) throws(SchemaRefusal) {
        if compressor == "LZ4Compressor" {
            if let type = options["lz4_compressor_type"], type != "high", type != "fast" {
                throw .configuration(
                    "Invalid compressor type '\(type)' specified for LZ4 parameter 'lz4_compressor_type'. "
                        + "Valid options are [high, fast].")
            }
            if let level = options["lz4_high_compressor_level"], !(1...17 ~= (Int32(level) ?? 0)) {
                throw .configuration(
                    "Invalid value [\(level)] for parameter 'lz4_high_compressor_level'. "
                        + "Value must be between 1 and 17.")
            }
        }
        if compressor == "ZstdCompressor", let level = options["compression_level"] {
            guard let number = Int32(level) else {
                throw .configuration(
                    "ZstdCompressor.create() threw an error: java.lang.NumberFormatException For input string: "
                        + "\"\(level)\"")
            }
            guard -131_072...22 ~= number else {
                throw .configuration(
                    "ZstdCompressor.create() threw an error: java.lang.IllegalArgumentException "
                        + "compression_level=\(number) is invalid")
            }
        }
    }
}
