import Configuration

/// Files that exist in a test only.
struct MemoryFiles: FileReading {
    var files: [String: [UInt8]] = [:]
    /// Paths that cannot be read, and why.
    var failures: [String: FileReadingError] = [:]

    init(_ files: [String: String] = [:], failures: [String: FileReadingError] = [:]) {
        self.files = files.mapValues { Array($0.utf8) }
        self.failures = failures
    }

    func contents(of path: String, limit: Int) throws(FileReadingError) -> [UInt8] {
        let path = Self.normal(path)
        if let failure = failures[path] { throw failure }
        guard let bytes = files[path] else { throw .notFound }
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return bytes
    }

    func exists(_ path: String) -> Bool { files[Self.normal(path)] != nil }

    private static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
