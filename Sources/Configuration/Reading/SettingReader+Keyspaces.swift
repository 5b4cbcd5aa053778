extension SettingReader {
    /// A keyspace, and the place that is to blame when there is something wrong with it.
    private typealias Placed = (keyspace: KeyspaceSetting, place: SettingPlace)

    /// The target keyspaces; nil when something about them is a problem.
    mutating func keyspaces() -> [KeyspaceSetting]? {
        let problemsBefore = problems.count
        let keyspaces: [Placed]
        let source: SettingSource
        if case .texts(let texts, let given, let place)? = layers.findOutsideFile(.keyspace) {
            source = given
            keyspaces = named(texts, place)
        } else if let configured = layers.keyspaces() {
            source = configured.source
            keyspaces = self.configured(configured.shape, configured.key, source)
        } else {
            source = .default
            keyspaces = []
        }
        refuseDuplicates(keyspaces)
        guard problems.count == problemsBefore else { return nil }
        let names = keyspaces.map(\.keyspace.name).joined(separator: ", ")
        record(.keyspace, keyspaces.isEmpty ? nil : names, source)
        return keyspaces.map(\.keyspace)
    }

    /// Keyspaces that a flag or a variable names.
    ///
    /// The names replace the configured ones; what the file says about a keyspace of such a name, its replication for
    /// example, still holds for it.
    private mutating func named(_ texts: [String], _ place: SettingPlace) -> [Placed] {
        var keyspaces: [Placed] = []
        for part in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            do {
                let name = try KeyspaceSetting.checkedName(trimmed(part))
                keyspaces.append((configured(named: name) ?? KeyspaceSetting(name: name), place))
            } catch {
                problems.append(place.problem(.invalidValue, error.message))
            }
        }
        return keyspaces
    }

    private mutating func configured(named name: String) -> KeyspaceSetting? {
        guard let configured = layers.keyspaces() else { return nil }
        for fields in configured.shape.fields {
            // What is wrong with the other keyspaces does not matter, since they are not used.
            var probe = self
            guard let found = try? probe.keyspace(fields, configured.key), found.keyspace.name == name else { continue }
            problems += probe.problems.dropFirst(problems.count)
            return found.keyspace
        }
        return nil
    }

    private mutating func configured(_ shape: KeyspaceShape, _ key: String, _ source: SettingSource) -> [Placed] {
        var keyspaces: [Placed] = []
        do {
            if case .text(let node) = shape { keyspaces = try listed(node, key) }
        } catch {
            note(error, for: .keyspace, source)
        }
        for fields in shape.fields {
            do {
                keyspaces.append(try keyspace(fields, key))
            } catch {
                note(error, for: .keyspace, source)
            }
        }
        return keyspaces
    }

    /// Names separated by commas in one text.
    private mutating func listed(_ node: YAMLNode, _ key: String) throws(ConfigurationProblem) -> [Placed] {
        let place = layers.place(key, node.mark)
        return named([try text(of: node, place).text], place)
    }

    private mutating func keyspace(_ fields: KeyspaceFields, _ key: String) throws(ConfigurationProblem) -> Placed {
        let place = layers.place(key, fields.name?.mark ?? fields.mark)
        guard let node = fields.name, !node.isNull else {
            throw place.problem(.missingSetting, "needs a name", hint: "add the key \(KeyspaceFields.nameKey)")
        }
        var keyspace: KeyspaceSetting
        let name = try text(of: node, place)
        do {
            keyspace = KeyspaceSetting(name: try KeyspaceSetting.checkedName(name.text))
        } catch {
            throw place.problem(.invalidValue, error.message)
        }
        if let node = fields.replication, !node.isNull { keyspace.replication = replication(node) }
        if let node = fields.durableWrites, !node.isNull { keyspace.durableWrites = durableWrites(node) }
        return (keyspace, place)
    }

    private mutating func refuseDuplicates(_ keyspaces: [Placed]) {
        var seen: Set<String> = []
        for (keyspace, place) in keyspaces where !seen.insert(keyspace.name).inserted {
            problems.append(place.problem(.invalidValue, "names \(quoted(keyspace.name)) twice", hint: "name it once"))
        }
    }

    // MARK: Details

    /// The replication map as text, for `CREATE KEYSPACE`; the server knows which options a strategy has.
    private mutating func replication(_ node: YAMLNode) -> [String: String]? {
        let place = layers.place(KeyspaceFields.replicationKey, node.mark)
        guard case .mapping(let entries) = node.content else {
            problems.append(place.problem(.wrongType, "must be a mapping, not \(node.kindWords)"))
            return nil
        }
        var options: [String: String] = [:]
        for entry in entries {
            let subject = "\(KeyspaceFields.replicationKey).\(printable(entry.key))"
            do {
                options[entry.key] = try text(of: entry.value, layers.place(subject, entry.value.mark)).text
            } catch {
                note(error, for: .keyspace, .default)
            }
        }
        if !entries.contains(where: { $0.key == "class" }) {
            problems.append(
                place.problem(
                    .missingSetting,
                    "needs the key class",
                    hint: "for example {class: NetworkTopologyStrategy, dc1: 3}"
                )
            )
        }
        return options
    }

    private mutating func durableWrites(_ node: YAMLNode) -> Bool? {
        let place = layers.place(KeyspaceFields.durableWritesKey, node.mark)
        do {
            let text = try text(of: node, place)
            return converted(text, .boolean) { text throws(ValueError) in try Self.truth(text.text) }
        } catch {
            note(error, for: .keyspace, .default)
            return nil
        }
    }
}

extension KeyspaceShape {
    /// What is written about each keyspace.
    var fields: [KeyspaceFields] {
        switch self {
        case .reset, .text: []
        case .single(let fields): [fields]
        case .list(let fields): fields
        }
    }
}
