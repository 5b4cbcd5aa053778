import Glibc

/// The words that the process was started with, its own name first.
///
/// The standard library finds them beside the environment, and there is nothing where a library that is loaded first has
/// moved that: with libfaketime `cqlmig migrate` would show the help. The kernel knows them as well.
enum ProcessArguments {
    static func all() -> [String] {
        let arguments = CommandLine.arguments
        return arguments.isEmpty ? words(in: fileContent("/proc/self/cmdline")) : arguments
    }

    /// The words of a command line as the kernel shows it: each ends with a zero byte.
    static func words(in bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// What the kernel shows in a file that has no size of its own; empty where it shows none.
    private static func fileContent(_ path: String) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe read(file, &piece, piece.count)
            guard count > 0 else { return content }
            content += piece[..<count]
        }
    }
}
