import CQLSyntax

/// One walk through a folder.
///
/// Real folders come first and links to folders afterwards, so that a script gets the path of the folder that it is in and
/// not of a link that happens to sort before it.
struct ScriptWalk {
    private let directory: ScriptDirectory
    private var files: [ScriptFile] = []
    private var problems: [ScriptProblem] = []
    private var visited: Set<FileStatus.Identity> = []
    /// Folders and links to folders that are still to be walked, as paths below the folder of the scripts.
    private var folders: [String] = []
    private var linkedFolders: [String] = []

    init(of directory: ScriptDirectory) {
        self.directory = directory
    }

    var listing: ScriptListing {
        ScriptListing(files: files.sorted { $0.path < $1.path }, problems: problems.sorted())
    }

    mutating func run() throws(ScriptError) {
        try enterRoot()
        while true {
            if let folder = folders.popLast() {
                enter(folder)
            } else if let link = linkedFolders.min() {
                linkedFolders.removeAll { $0 == link }
                enter(link)
            } else {
                break
            }
        }
    }

    private mutating func enterRoot() throws(ScriptError) {
        do throws(FileSystemError) {
            let status = try directory.fileSystem.status(of: directory.path)
            guard status.kind == .folder else {
                throw FileSystemError(.list, directory.path, .notAFolder, text: "it is not a folder")
            }
            visited.insert(status.identity)
            takeEntries(try directory.fileSystem.list(directory.path), of: "")
        } catch {
            throw ScriptError([Self.problem(withRoot: error, at: directory.path)])
        }
    }

    private static func problem(withRoot error: FileSystemError, at path: String) -> ScriptProblem {
        switch error.reason {
        case .notFound:
            ScriptProblem(
                .noSuchFolder,
                "The folder `\(visible(path))` is not there.",
                file: path,
                hint: "Check `--dir` and `migrations` in the configuration, or run `cqlmig init` to make it."
            )
        case .notAFolder:
            ScriptProblem(
                .notAFolder,
                "`\(visible(path))` is not a folder, and the folder of the migrations is needed.",
                file: path
            )
        default:
            ScriptProblem(.unreadableFolder, error.description, file: path)
        }
    }

    private mutating func enter(_ folder: String) {
        do throws(FileSystemError) {
            let status = try directory.fileSystem.status(of: shown(folder))
            guard visited.insert(status.identity).inserted else { return }
            takeEntries(try directory.fileSystem.list(shown(folder)), of: folder)
        } catch {
            problems.append(ScriptProblem(.unreadableFolder, error.description, file: shown(folder)))
        }
    }

    private mutating func takeEntries(_ entries: [FolderEntry], of folder: String) {
        for entry in entries.sorted(by: { $0.name < $1.name }) where !entry.name.hasPrefix(".") {
            take(entry, in: folder)
        }
    }

    private mutating func take(_ entry: FolderEntry, in folder: String) {
        let path = joinedPath(folder, entry.name)
        switch entry.kind {
        case .folder:
            if entry.isUTF8 {
                folders.append(path)
            } else {
                refuse(entry, at: path)
            }
        case .unresolved where entry.isUTF8:
            resolve(entry, at: path)
        case .file, .other, .unresolved:
            if ScriptName.isExpected(ofFileNamed: entry.name) { takeFile(entry, at: path) }
        }
    }

    /// Looks at what a link leads to.
    ///
    /// A broken link is of interest only where a script should be.
    private mutating func resolve(_ entry: FolderEntry, at path: String) {
        let isExpected = ScriptName.isExpected(ofFileNamed: entry.name)
        do throws(FileSystemError) {
            switch try directory.fileSystem.status(of: shown(path)).kind {
            case .folder: linkedFolders.append(path)
            case .file: if isExpected { takeFile(entry, at: path) }
            case .other: if isExpected { takeFile(FolderEntry(name: entry.name, kind: .other), at: path) }
            }
        } catch {
            if isExpected {
                problems.append(ScriptProblem(.unreadableFile, error.description, file: shown(path)))
            }
        }
    }

    private mutating func takeFile(_ entry: FolderEntry, at path: String) {
        guard entry.isUTF8 else {
            refuse(entry, at: path)
            return
        }
        guard entry.kind != .other else {
            let message = "`\(visible(shown(path)))` is not a regular file."
            problems.append(ScriptProblem(.unreadableFile, message, file: shown(path)))
            return
        }
        do throws(BadFilename) {
            let name = try ScriptName(fileName: entry.name)
            files.append(ScriptFile(path: path, shownPath: shown(path), name: name))
        } catch {
            problems.append(ScriptProblem(.badFilename, error.description, file: shown(path), hint: error.hint))
        }
    }

    /// A name that is not UTF-8 can neither be opened nor be written into the log.
    private mutating func refuse(_ entry: FolderEntry, at path: String) {
        let error = BadFilename(name: entry.name, issues: [.notUTF8], suggestion: nil)
        problems.append(ScriptProblem(.badFilename, error.description, file: shown(path), hint: error.hint))
    }

    private func shown(_ path: String) -> String { joinedPath(directory.path, path) }
}
