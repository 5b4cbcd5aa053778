import Foundation

/// The clusters that are to be stopped when the process ends.
enum ClusterFolders {
    private static let lock = NSLock()
    nonisolated(unsafe) private static var folders: [String] = []

    static func stopAtExit(_ folder: String) {
        lock.lock()
        defer { lock.unlock() }
        if unsafe folders.isEmpty {
            atexit { ClusterFolders.stopAll() }
            // A test run that is interrupted must not leave nodes behind: `exit` runs the handler above.
            for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { code in exit(128 + code) } }
        }
        unsafe folders.append(folder)
    }

    private static func stopAll() {
        lock.lock()
        let all = unsafe folders
        lock.unlock()
        for folder in all where FileManager.default.fileExists(atPath: folder) {
            _ = try? CassandraCluster.launcher(["stop", "--dir", folder])
        }
    }
}
