/// What the log knows a script by: a versioned one by its version, so that its file may be renamed, the others by name.
public enum ScriptKey: Hashable, Sendable {
    /// A version in its shortest form.
    case version(String)
    /// A repeatable script or one that always runs, by its path.
    case path(String)

    /// The key of the script that a row is about; nil when it is about none.
    init?(_ entry: LogEntry) {
        if let version = entry.version {
            self = .version(version)
        } else if let script = entry.script {
            self = .path(script)
        } else {
            return nil
        }
    }
}
