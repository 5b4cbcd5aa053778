/// A configuration file, sorted into its base and its profiles; no value has been looked at yet.
struct ConfigurationFile: Sendable, Equatable {
    /// A profile and the place of its name.
    struct Profile: Sendable, Equatable {
        var name: String
        var mark: YAMLMark
        var layer: FileLayer
    }

    /// The path of the file, usable from the working directory.
    var path: String
    /// Everything outside the profiles.
    var base = FileLayer()
    /// The profiles in the order of the file.
    var profiles: [Profile] = []
    /// What is wrong with the file, whichever profile applies.
    var problems: [ConfigurationProblem] = []

    /// Sorts a file; unknown keys are problems in every profile, also in those that do not apply.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        do {
            let document = try YAMLDocument(bytes)
            problems = document.problems.map { $0.problem(in: path) }
            if let root = document.root { read(root) }
        } catch {
            problems = [error.problem(in: path)]
        }
    }

    /// The folder that relative paths in the file count from; "" for the working directory.
    var folder: String { PathText.folder(of: path) }

    private mutating func read(_ root: YAMLNode) {
        var reader = FileLayerReader(file: path)
        base = reader.read(root, owner: "the file", passingOver: KeyTree.profilesKey)
        if case .mapping(let entries) = root.content,
            let profiles = entries.first(where: { $0.key == KeyTree.profilesKey })?.value
        {
            read(profiles: profiles, with: &reader)
        }
        problems += reader.problems
    }

    private mutating func read(profiles node: YAMLNode, with reader: inout FileLayerReader) {
        guard case .mapping(let entries) = node.content else {
            guard !node.isNull else { return }
            problems.append(
                ConfigurationProblem(
                    .wrongType,
                    "profiles must be a mapping from names to settings, not \(node.kindWords)",
                    file: path,
                    line: node.mark.line,
                    column: node.mark.column
                )
            )
            return
        }
        for entry in entries {
            let layer = reader.read(entry.value, owner: "the profile \(printable(entry.key))")
            profiles.append(Profile(name: entry.key, mark: entry.keyMark, layer: layer))
        }
    }
}

extension YAMLError {
    /// The problem, in that file.
    fileprivate func problem(in file: String) -> ConfigurationProblem {
        ConfigurationProblem(code, message, file: file, line: mark.line, column: mark.column, hint: hint)
    }
}
