/// Makes a tree of values out of events: follows aliases, merges `<<`, and refuses what is ambiguous or boundless.
struct YAMLComposer {
    /// How deep values may be nested, aliases followed.
    static let depthLimit = 32
    /// How many values there may be once aliases have been followed: a file of a kilobyte can stand for billions.
    static let nodeLimit = 20_000

    /// A value with what an alias to it adds to the tree.
    private struct Composed {
        var node: YAMLNode
        var size: Int
        var depth: Int
    }

    private var events: ArraySlice<YAMLEvent>
    private var anchors: [String: Composed] = [:]
    private var openAnchors: Set<String> = []
    private var size = 0
    /// What is wrong without keeping the rest from being read.
    private(set) var problems: [YAMLError] = []

    init(_ events: [YAMLEvent]) {
        self.events = events[...]
    }

    /// The value of the only document; nil when there is none.
    mutating func document() throws(YAMLError) -> YAMLNode? {
        guard events.popFirst() != nil else { return nil }
        let root = try value(depth: 1)
        _ = events.popFirst()
        if let second = events.first {
            throw YAMLError(
                .yamlSyntax,
                "a second document begins here; a configuration file holds one",
                at: second.mark,
                hint: "remove the line ---, or move the second document to a file of its own"
            )
        }
        return root?.node
    }

    /// The next value; nil at the end of the sequence, mapping or document around it.
    private mutating func value(depth: Int) throws(YAMLError) -> Composed? {
        guard let event = events.popFirst(), event.kind != .end else { return nil }
        guard depth <= Self.depthLimit else { throw Self.tooDeep(at: event.mark) }
        if case .alias(let name) = event.kind { return try alias(name, event, depth: depth) }
        try count(1, at: event.mark)
        checkTag(of: event)
        if let anchor = event.anchor { openAnchors.insert(anchor) }
        let composed = try content(of: event, depth: depth)
        if let anchor = event.anchor {
            openAnchors.remove(anchor)
            anchors[anchor] = composed
        }
        return composed
    }

    private mutating func content(of event: YAMLEvent, depth: Int) throws(YAMLError) -> Composed {
        switch event.kind {
        case .scalar(let scalar):
            return Composed(node: YAMLNode(content: .scalar(scalar), mark: event.mark), size: 1, depth: 1)
        case .mappingStart:
            return try mapping(event, depth: depth)
        default:
            var result = Composed(node: YAMLNode(content: .sequence([]), mark: event.mark), size: 1, depth: 1)
            var items: [YAMLNode] = []
            while let item = try value(depth: depth + 1) {
                items.append(item.node)
                result.size += item.size
                result.depth = max(result.depth, item.depth + 1)
            }
            result.node.content = .sequence(items)
            return result
        }
    }

    private mutating func alias(_ name: String, _ event: YAMLEvent, depth: Int) throws(YAMLError) -> Composed {
        guard let anchored = anchors[name], !openAnchors.contains(name) else {
            let reason = openAnchors.contains(name) ? "stands inside its own anchor" : "has no anchor above it"
            problems.append(YAMLError(.undefinedAlias, "the alias *\(printable(name)) \(reason)", at: event.mark))
            return Composed(node: Self.null(at: event.mark), size: 1, depth: 1)
        }
        guard depth + anchored.depth - 1 <= Self.depthLimit else { throw Self.tooDeep(at: event.mark) }
        try count(anchored.size, at: event.mark)
        return anchored
    }

    // MARK: Mappings

    private mutating func mapping(_ event: YAMLEvent, depth: Int) throws(YAMLError) -> Composed {
        var entries: [YAMLEntry] = []
        var merged: [YAMLEntry] = []
        var places: [String: YAMLMark] = [:]
        var result = Composed(node: YAMLNode(content: .mapping([]), mark: event.mark), size: 1, depth: 1)
        while let key = try value(depth: depth + 1) {
            guard let value = try value(depth: depth + 1) else { break }
            result.size += key.size + value.size
            result.depth = max(result.depth, value.depth + 1)
            guard case .scalar(let name) = key.node.content else {
                problems.append(
                    YAMLError(.yamlSyntax, "a key must be a text, not \(key.node.kindWords)", at: key.node.mark))
                continue
            }
            if let first = places[name.text] {
                let message = "the key \(quoted(name.text)) stands twice, first at line \(first.line)"
                problems.append(YAMLError(.duplicateKey, message, at: key.node.mark, hint: "remove one of them"))
                continue
            }
            places[name.text] = key.node.mark
            if name.text == "<<", name.isPlain {
                merged += merge(value.node)
            } else {
                entries.append(YAMLEntry(key: name.text, keyMark: key.node.mark, value: value.node))
            }
        }
        // What stands in the mapping itself wins over what is merged, and of several merged mappings the first.
        var seen = Set(entries.map(\.key))
        entries += merged.filter { seen.insert($0.key).inserted }
        result.node.content = .mapping(entries)
        return result
    }

    private mutating func merge(_ node: YAMLNode) -> [YAMLEntry] {
        switch node.content {
        case .mapping(let entries):
            return entries
        case .sequence(let items):
            var entries: [YAMLEntry] = []
            for item in items {
                guard case .mapping(let more) = item.content else { return refuseMerge(item) }
                entries += more
            }
            return entries
        case .scalar:
            return refuseMerge(node)
        }
    }

    private mutating func refuseMerge(_ node: YAMLNode) -> [YAMLEntry] {
        let message = "<< merges a mapping or a list of mappings, not \(node.kindWords)"
        problems.append(YAMLError(.yamlSyntax, message, at: node.mark))
        return []
    }

    // MARK: Limits

    private mutating func checkTag(of event: YAMLEvent) {
        guard let tag = event.tag else { return }
        let isText: Bool
        if case .scalar = event.kind { isText = tag == "!" || tag == "tag:yaml.org,2002:str" } else { isText = false }
        guard !isText else { return }
        problems.append(
            YAMLError(.yamlSyntax, "the tag \(quoted(tag)) means nothing in a configuration file", at: event.mark)
        )
    }

    private mutating func count(_ nodes: Int, at mark: YAMLMark) throws(YAMLError) {
        size += nodes
        guard size <= Self.nodeLimit else {
            throw YAMLError(
                .yamlLimit,
                "the file holds more than \(Self.nodeLimit) values once its aliases are followed",
                at: mark
            )
        }
    }

    /// The error of a value that is nested too deep.
    static func tooDeep(at mark: YAMLMark) -> YAMLError {
        YAMLError(.yamlLimit, "the values are nested more than \(depthLimit) deep", at: mark)
    }

    private static func null(at mark: YAMLMark) -> YAMLNode {
        YAMLNode(content: .scalar(YAMLScalar(text: "", isPlain: true)), mark: mark)
    }
}
