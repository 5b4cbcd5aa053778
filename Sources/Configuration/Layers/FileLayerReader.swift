/// Sorts the keys of a mapping into a layer, by the table of settings.
struct FileLayerReader {
    /// The path of the file, for problems.
    let file: String
    /// What is wrong, whether the layer applies or not.
    private(set) var problems: [ConfigurationProblem] = []

    init(file: String) {
        self.file = file
    }

    /// Reads the base of the file or a profile.
    ///
    /// - Parameters:
    ///   - node: the mapping; null holds nothing.
    ///   - owner: what an error calls it.
    ///   - passingOver: a key that is read by somebody else.
    mutating func read(_ node: YAMLNode, owner: String, passingOver: String? = nil) -> FileLayer {
        var layer = FileLayer()
        read(node, section: "", owner: owner, passingOver: passingOver, into: &layer)
        return layer
    }

    private mutating func read(
        _ node: YAMLNode,
        section: String,
        owner: String,
        passingOver: String? = nil,
        into layer: inout FileLayer
    ) {
        guard case .mapping(let entries) = node.content else {
            if !node.isNull { problem(.wrongType, "\(owner) must be a mapping, not \(node.kindWords)", at: node.mark) }
            return
        }
        for entry in entries where entry.key != passingOver {
            let path = KeyTree.path(section, entry.key)
            let value = FileLayer.Value(node: entry.value, keyMark: entry.keyMark)
            switch KeyTree.meaning(of: path) {
            case .setting(.keyspace), .keyspaces:
                readKeyspaces(entry, owner: owner, into: &layer)
            case .setting(let name) where SettingDefinition.of(name).isSupported:
                layer.values[name] = value
            case .setting, .unsupportedSection:
                layer.unsupported.append(unsupported(path, at: entry.keyMark))
            case .section where entry.value.isNull && !entry.value.isEmpty:
                reset(path, value, in: &layer)
            case .section:
                read(entry.value, section: path, owner: path, into: &layer)
            case nil:
                unknown(entry, section: section, isTop: passingOver != nil)
            }
        }
    }

    private mutating func readKeyspaces(_ entry: YAMLEntry, owner: String, into layer: inout FileLayer) {
        guard layer.keyspaces == nil else {
            let hint = "keep one of them"
            problem(.conflictingSettings, "\(owner) has both keyspace and keyspaces", at: entry.keyMark, hint: hint)
            return
        }
        var reader = KeyspaceShapeReader(file: file)
        let isList = entry.key == KeyTree.keyspacesKey
        if let shape = isList ? reader.list(entry.value) : reader.single(entry.value) {
            layer.keyspaces = FileLayer.Keyspaces(shape: shape, key: entry.key, keyMark: entry.keyMark)
        }
        problems += reader.problems
    }

    /// A section that says `null` takes all of its settings back to their defaults; one that is empty says nothing.
    private func reset(_ section: String, _ null: FileLayer.Value, in layer: inout FileLayer) {
        for definition in SettingDefinition.all where definition.isSupported {
            guard definition.key?.hasPrefix("\(section).") == true else { continue }
            layer.values[definition.name] = null
        }
    }

    private func unsupported(_ path: String, at mark: YAMLMark) -> ConfigurationProblem {
        ConfigurationProblem(
            .unsupportedSetting,
            "\(path) is not supported by this release",
            file: file,
            line: mark.line,
            column: mark.column,
            hint: "remove the key"
        )
    }

    private mutating func unknown(_ entry: YAMLEntry, section: String, isTop: Bool) {
        let place = section.isEmpty ? "" : " in \(section)"
        let near = KeyTree.nearMiss(of: entry.key, in: section, isTop: isTop)
        let known = (KeyTree.supportedKeys(in: section) + (isTop ? [KeyTree.profilesKey] : [])).joined(separator: ", ")
        problem(
            .unknownKey,
            "unknown key \(quoted(entry.key))\(place)" + (near.map { "; did you mean \($0)?" } ?? ""),
            at: entry.keyMark,
            hint: near == nil ? "the keys\(place) are \(known)" : nil
        )
    }

    private mutating func problem(
        _ code: ConfigurationProblem.Code,
        _ message: String,
        at mark: YAMLMark?,
        hint: String? = nil
    ) {
        problems.append(
            ConfigurationProblem(code, message, file: file, line: mark?.line, column: mark?.column, hint: hint)
        )
    }
}
