/// A value of a YAML file, with the place where it begins.
///
/// What stands for an alias is a copy of the anchored value, whose place is kept: that is where the text stands which
/// somebody would have to change.
struct YAMLNode: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    var content: Content
    var mark: YAMLMark

    /// Whether this is YAML's null: nothing at all, `~` or `null`, without quotes.
    var isNull: Bool {
        guard case .scalar(let scalar) = content, scalar.isPlain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    /// Whether nothing stands there.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isPlain && scalar.text.isEmpty
    }

    /// What an error calls it: "a list".
    var kindWords: String {
        switch content {
        case .scalar: isNull ? "null" : "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// A text of a YAML file.
struct YAMLScalar: Sendable, Equatable {
    var text: String
    /// Whether it was written without quotes, block or tag, so that `true`, `10` and `null` are more than a text.
    var isPlain: Bool
}

/// A key of a mapping and its value.
struct YAMLEntry: Sendable, Equatable {
    var key: String
    var keyMark: YAMLMark
    var value: YAMLNode
}
