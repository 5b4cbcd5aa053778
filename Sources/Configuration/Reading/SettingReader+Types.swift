extension SettingReader {
    /// A text that is not empty.
    mutating func text(_ name: SettingName) -> String? {
        value(name) { text throws(ValueError) in try Self.notEmpty(text.text) }
    }

    /// A path that is usable from the working directory.
    mutating func path(_ name: SettingName) -> String? {
        value(name) { text throws(ValueError) in
            _ = try Self.notEmpty(text.text)
            return text.path
        }
    }

    /// The name of a keyspace.
    mutating func keyspaceName(_ name: SettingName) -> String? {
        value(name) { text throws(ValueError) in try KeyspaceSetting.checkedName(text.text) }
    }

    /// A whole number within the bounds of the table.
    ///
    /// What a counted flag gives has no upper bound: `-vvvv` asks for everything there is.
    mutating func integer(_ name: SettingName) -> Int? {
        let definition = SettingDefinition.of(name)
        guard case .integer(let range) = definition.type else { return nil }
        if case .counted = definition.flag {
            return value(name) { text throws(ValueError) in
                min(try IntegerText.parse(text.text, in: range.lowerBound...Int.max), range.upperBound)
            }
        }
        return value(name) { text throws(ValueError) in
            try IntegerText.parse(text.text, in: range)
        }
    }

    /// A time within the bounds of the table.
    mutating func duration(_ name: SettingName) -> Duration? {
        guard case .duration(let range, let wholeSeconds) = SettingDefinition.of(name).type else { return nil }
        return value(name, format: DurationText.format) { text throws(ValueError) in
            let duration = try DurationText.parse(text.text, in: range)
            if wholeSeconds, duration.components.attoseconds != 0 {
                throw ValueError("must be whole seconds, not \(text.text)")
            }
            return duration
        }
    }

    /// `true` or `false`, and nothing that merely looks like it.
    mutating func boolean(_ name: SettingName) -> Bool? {
        value(name) { text throws(ValueError) in try Self.truth(text.text) }
    }

    /// One of the words of an enumeration, in small letters or capitals.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: SettingName) -> Choice? {
        value(name, format: \Choice.rawValue) { text throws(ValueError) in
            if let choice = Choice(rawValue: text.text.lowercased()) { return choice }
            throw Self.notAChoice(text.text, of: Choice.allCases.map(\.rawValue), name)
        }
    }

    /// `true` or `false` as text.
    static func truth(_ text: String) throws(ValueError) -> Bool {
        switch text {
        case "true": return true
        case "false": return false
        default: throw ValueError("must be true or false, not \(quoted(text))")
        }
    }

    private static func notEmpty(_ text: String) throws(ValueError) -> String {
        guard !text.isEmpty else { throw ValueError("must not be empty") }
        return text
    }

    private static func notAChoice(_ text: String, of words: [String], _ name: SettingName) -> ValueError {
        let near = NearMiss.closest(to: text, among: words)
        var message = "must be \(alternatives(words)), not \(quoted(text))"
        if name == .consistency, SerialConsistencyName(rawValue: text.lowercased()) != nil {
            message += ", which is a level of conditional statements and belongs to serial-consistency"
        } else if let near {
            message += "; did you mean \(near)?"
        }
        return ValueError(message)
    }
}
