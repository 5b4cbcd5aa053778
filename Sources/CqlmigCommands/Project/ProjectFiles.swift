import MigrationScripts

/// The files that a project begins with.
struct ProjectFiles {
    /// The configuration file, in the working directory.
    static let name = "cqlmig.yml"

    let files: any FileSystem

    /// Writes the configuration file.
    ///
    /// - Returns: false when somebody else made one meanwhile: it stays as it is.
    func makeConfiguration(_ configuration: StartingConfiguration) throws(CommandFailure) -> Bool {
        do throws(FileSystemError) {
            try files.create(Self.name, bytes: Array(configuration.text.utf8))
            return true
        } catch {
            guard error.reason == .exists else { throw CommandFailure(error) }
            return false
        }
    }

    /// Makes a folder, and the folders above it, where they are missing.
    ///
    /// - Returns: The folders that were made.
    func makeFolder(_ path: String) throws(CommandFailure) -> [String] {
        var made: [String] = []
        for folder in Self.ancestry(of: path) {
            do throws(FileSystemError) {
                guard try files.status(of: folder).kind != .folder else { continue }
                throw FileSystemError(.createFolder, folder, .notAFolder, text: "there is a file of that name")
            } catch {
                guard error.reason == .notFound else { throw Self.failure(error) }
            }
            do throws(FileSystemError) {
                try files.createFolder(folder)
                made.append(folder + "/")
            } catch {
                guard error.reason == .exists else { throw Self.failure(error) }
            }
        }
        return made
    }

    /// A file where the folder is to be is the project's mistake, everything else the machine's.
    private static func failure(_ error: FileSystemError) -> CommandFailure {
        guard error.reason == .notAFolder else { return CommandFailure(error) }
        return CommandFailure(
            .usage,
            Complaint(
                code: "not-a-folder", error.description, place: .init(file: error.path),
                hint: "name another folder with --dir"))
    }

    /// The path and the folders above it, from the top down; without the working directory and the root.
    private static func ancestry(of path: String) -> [String] {
        var paths: [String] = []
        var current = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            current += current.isEmpty || current.hasSuffix("/") ? part : "/\(part)"
            if part != "." && part != ".." { paths.append(current) }
        }
        return paths
    }
}
