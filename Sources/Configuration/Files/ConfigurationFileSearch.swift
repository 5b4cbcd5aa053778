/// Finds and reads the configuration file.
struct ConfigurationFileSearch {
    /// A file that was found.
    struct Found: Sendable, Equatable {
        /// Its path, usable from the working directory.
        var path: String
        var bytes: [UInt8]
    }

    /// The name that is looked for.
    static let fileName = "cqlmig.yml"
    /// Names that people give the file, and that would otherwise be passed over without a word.
    private static let nearMisses = ["cqlmig.yaml", ".cqlmig.yml", ".cqlmig.yaml"]

    let files: any FileReading
    let workingDirectory: String

    /// Reads the file that was asked for.
    ///
    /// - Parameters:
    ///   - path: absolute, or relative to the working directory.
    ///   - asker: who asks for it, for the message: `--config` or `CQLMIG_CONFIG`.
    func read(_ path: String, askedForBy asker: String) throws(ConfigurationProblem) -> Found {
        do {
            return Found(path: path, bytes: try contents(path))
        } catch .notFound {
            throw ConfigurationProblem(
                .configNotFound,
                "the configuration file \(quoted(path)), asked for by \(asker), does not exist",
                hint: "relative paths count from the working directory, \(printable(workingDirectory))"
            )
        } catch {
            throw unreadable(path, error)
        }
    }

    /// Looks for the file in the working directory and the folders above it; nil when it is in none of them.
    func find() throws(ConfigurationProblem) -> Found? {
        var prefix = ""
        for _ in 0...PathText.components(of: workingDirectory).count {
            let path = prefix + Self.fileName
            do {
                return Found(path: path, bytes: try contents(path))
            } catch .notFound {
                try refuseNearMisses(in: prefix)
            } catch {
                throw unreadable(path, error)
            }
            prefix += "../"
        }
        return nil
    }

    private func refuseNearMisses(in prefix: String) throws(ConfigurationProblem) {
        for name in Self.nearMisses where files.exists(PathText.join(workingDirectory, prefix + name)) {
            throw ConfigurationProblem(
                .configUnreadable,
                "\(prefix + name) is not read: the configuration file is called \(Self.fileName)",
                hint: "rename it, or name it with --config"
            )
        }
    }

    private func contents(_ path: String) throws(FileReadingError) -> [UInt8] {
        try files.contents(of: PathText.join(workingDirectory, path), limit: YAMLDocument.byteLimit)
    }

    private func unreadable(_ path: String, _ error: FileReadingError) -> ConfigurationProblem {
        ConfigurationProblem(.configUnreadable, "the configuration file \(quoted(path)) \(error.words)")
    }
}
