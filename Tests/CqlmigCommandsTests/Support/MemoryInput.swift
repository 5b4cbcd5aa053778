import Synchronization

@testable import CqlmigCommands

/// Standard input with a text in it.
struct MemoryInput: StandardInput {
    let text: String

    func readAll(limit: Int) -> [UInt8]? {
        text.utf8.count <= limit ? Array(text.utf8) : nil
    }

    func readLine(isCancelled: @Sendable () -> Bool) async -> String? {
        guard !isCancelled() else { return nil }
        return text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
    }
}
