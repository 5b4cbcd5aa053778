/// Reads settings out of their layers: takes the value that wins, resolves its references, gives it its type, and keeps
/// everything that is wrong.
struct SettingReader {
    let layers: SettingLayers
    let interpolation: Interpolation
    let scope: SettingScope
    var problems: [ConfigurationProblem] = []
    private(set) var origins: [SettingName: SettingOrigin] = [:]

    init(layers: SettingLayers, interpolation: Interpolation, scope: SettingScope) {
        self.layers = layers
        self.interpolation = interpolation
        self.scope = scope
    }

    // MARK: Reading

    /// The only value of a setting; nil when it has none or when that is a problem.
    mutating func value<Value>(
        _ name: SettingName,
        format: (Value) -> String = { "\($0)" },
        _ convert: (SettingText) throws(ValueError) -> Value
    ) -> Value? {
        let found = layers.find(name)
        guard let texts = texts(name, found) else { return nil }
        guard let text = texts.first, texts.count == 1 else {
            // No text and no place is a setting that nobody gave and that has no default.
            if let place = found.place, origins[name]?.unresolved == nil {
                problems.append(place.problem(.wrongType, "takes exactly one value"))
            }
            return nil
        }
        guard let value = converted(text, SettingDefinition.of(name).type, convert) else { return nil }
        record(name, format(value), found.source)
        return value
    }

    /// The values of a list.
    mutating func list<Value>(
        _ name: SettingName,
        format: (Value) -> String = { "\($0)" },
        _ convert: (SettingText) throws(ValueError) -> Value
    ) -> [Value]? {
        let found = layers.find(name)
        guard let texts = texts(name, found) else { return nil }
        let type = SettingDefinition.of(name).type
        let items = texts.flatMap(Self.items)
        let values = items.compactMap { converted($0, type, convert) }
        guard values.count == items.count else { return nil }
        if values.isEmpty, let place = found.place {
            problems.append(place.problem(.invalidValue, "must not be empty"))
            return nil
        }
        record(name, values.map(format).joined(separator: ", "), found.source)
        return values
    }

    /// Keeps where the value of a setting comes from.
    mutating func record(_ name: SettingName, _ value: String?, _ source: SettingSource, unresolved: String? = nil) {
        let shown = SettingDefinition.of(name).isSecret ? value.map { _ in Secret.mask } : value
        // A default that stands in for something unresolved is nobody's value.
        guard origins[name]?.unresolved == nil else { return }
        origins[name] = SettingOrigin(name, value: shown, source: source, unresolved: unresolved)
    }

    /// Keeps a problem, or, where the command has no need of the setting and the file is right, a note of it.
    mutating func note(_ problem: ConfigurationProblem, for name: SettingName, _ source: SettingSource) {
        if problem.dependsOnSurroundings, !scope.needs(name) {
            record(name, nil, source, unresolved: problem.message)
        } else {
            problems.append(problem)
        }
    }

    // MARK: Texts

    /// What was found, as texts; nil when it cannot be resolved, which is a problem if the setting is needed.
    private mutating func texts(_ name: SettingName, _ found: SettingLayers.Found) -> [SettingText]? {
        let definition = SettingDefinition.of(name)
        switch found {
        case .nowhere:
            record(name, nil, .default)
            return defaultTexts(definition)
        case .texts(let texts, _, let place):
            return texts.map { SettingText(text: $0, place: place) }
        case .node(let node, let source, let place):
            return texts(of: node, definition, source, place)
        }
    }

    private mutating func texts(
        of node: YAMLNode,
        _ definition: SettingDefinition,
        _ source: SettingSource,
        _ place: SettingPlace
    ) -> [SettingText]? {
        let nodes: [YAMLNode]
        switch node.content {
        case .scalar: nodes = [node]
        case .sequence(let items) where definition.type.isList: nodes = items
        case .sequence, .mapping:
            let wanted = definition.type.isList ? "a list" : "a single value"
            problems.append(place.problem(.wrongType, "must be \(wanted), not \(node.kindWords)"))
            return nil
        }
        var texts: [SettingText] = []
        for item in nodes {
            do {
                texts.append(try text(of: item, layers.place(place.subject, item.mark)))
            } catch {
                note(error, for: definition.name, source)
            }
        }
        if origins[definition.name]?.unresolved != nil { return defaultTexts(definition) }
        return texts.count == nodes.count ? texts : nil
    }

    private func defaultTexts(_ definition: SettingDefinition) -> [SettingText] {
        guard let text = definition.defaultValue else { return [] }
        // The default folder stands beside the file, so that a command works in every folder below it.
        let folder = layers.file?.folder ?? ""
        return [SettingText(text: text, folder: folder, place: SettingPlace(subject: definition.name.rawValue))]
    }

    /// A text of the file with its references replaced.
    func text(of node: YAMLNode, _ place: SettingPlace) throws(ConfigurationProblem) -> SettingText {
        guard case .scalar(let scalar) = node.content, !node.isNull else {
            throw place.problem(.wrongType, "must hold texts, not \(node.kindWords)")
        }
        let isNeeded = Interpolation.isNeeded(for: scalar.text)
        do {
            return SettingText(
                text: isNeeded ? try interpolation.resolve(scalar.text) : scalar.text,
                isQuoted: !scalar.isPlain && !isNeeded,
                folder: layers.file?.folder ?? "",
                place: place
            )
        } catch {
            throw place.problem(error.code, error.message, hint: error.hint)
        }
    }

    /// `a, b` in one text are two items.
    private static func items(of text: SettingText) -> [SettingText] {
        text.text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            var item = text
            item.text = trimmed(part)
            return item
        }
    }

    /// A text as a value of its type; nil when that is a problem.
    mutating func converted<Value>(
        _ text: SettingText,
        _ type: SettingType,
        _ convert: (SettingText) throws(ValueError) -> Value
    ) -> Value? {
        if text.isQuoted, let wanted = type.needsNoQuotes {
            problems.append(
                text.place.problem(
                    .wrongType,
                    "must be \(wanted), not the text \"\(printable(text.text))\"",
                    hint: "remove the quotes"
                )
            )
            return nil
        }
        do {
            return try convert(text)
        } catch {
            problems.append(text.place.problem(.invalidValue, error.message))
            return nil
        }
    }
}

extension ConfigurationProblem {
    /// Whether the file is right and only a variable or another file is missing.
    fileprivate var dependsOnSurroundings: Bool { code == .unsetVariable || code == .unreadableFile }
}

extension SettingType {
    /// Whether the value can be a list.
    fileprivate var isList: Bool { self == .contactPoints || self == .keyspaces }

    /// What the value must be, if quotes around it would make it something else.
    fileprivate var needsNoQuotes: String? {
        switch self {
        case .integer: "a number"
        case .boolean: "true or false"
        default: nil
        }
    }
}
