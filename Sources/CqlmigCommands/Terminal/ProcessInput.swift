import Glibc

/// Standard input of the process.
struct ProcessInput: StandardInput {
    /// How long a look for something typed waits for the next.
    private static let pause = Duration.milliseconds(50)
    /// An answer to a question is not longer.
    private static let lineLimit = 4096

    /// Everything up to the end.
    func readAll(limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            guard let piece = Self.read(), bytes.count + piece.count <= limit else { return nil }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    /// A line that is typed. No thread waits for it: a signal has to be able to end the question.
    func readLine(isCancelled: @Sendable () -> Bool) async -> String? {
        var bytes: [UInt8] = []
        while !isCancelled(), bytes.count < Self.lineLimit {
            var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&entry, 1, 0) != 0 else {
                do { try await Task.sleep(for: Self.pause) } catch { return nil }
                continue
            }
            // A terminal hands over whole lines.
            guard let piece = Self.read(), !piece.isEmpty else { return nil }
            bytes += piece
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
        }
        return nil
    }

    /// What is there; empty at the end, nil after an error.
    private static func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count >= 0 { return Array(buffer.prefix(count)) }
            if errno != EINTR { return nil }
        }
    }
}
