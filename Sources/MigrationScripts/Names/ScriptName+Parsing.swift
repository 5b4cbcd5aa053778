extension ScriptName {
    /// Reads the name of a file.
    ///
    /// - Parameter fileName: the name without its folder; one for which ``isExpected(ofFileNamed:)`` holds.
    /// - Throws: ``BadFilename`` for every name that is not exactly one of the forms: near misses are told from names of
    ///   another kind, and get the name that would be right.
    public init(fileName: String) throws(BadFilename) {
        let shape = NameShape(fileName)
        let (name, issues) = Self.read(fileName, shape)
        if let name, issues.isEmpty {
            self = name
        } else {
            throw BadFilename(name: fileName, issues: issues, suggestion: Self.suggestion(for: shape))
        }
    }

    private static func read(_ fileName: String, _ shape: NameShape) -> (ScriptName?, [BadFilename.Issue]) {
        var issues: [BadFilename.Issue] = []
        if let scalar = firstInvisible(in: fileName) { issues.append(.invisible(scalar)) }
        let name: ScriptName?
        switch shape.form {
        case .prefixed(let letter):
            name = prefixed(shape, letter: letter, issues: &issues)
        case .unversioned(let letter):
            name = unversioned(shape, letter: letter, issues: &issues)
        case .plain:
            name = plain(shape, issues: &issues)
        case .unknown:
            return (nil, issues + [.unknownForm])
        }
        if shape.ending != ".cql" {
            issues.append(.extensionCase(shape.ending))
        }
        return (name, issues)
    }

    /// A name is proposed only where it is right, once a person has filled its gaps.
    private static func suggestion(for shape: NameShape) -> String? {
        guard let proposal = shape.proposal(version: "<version>", description: "<description>"),
            let filled = shape.proposal(version: "1", description: "a"),
            read(filled, NameShape(filled)).1.isEmpty
        else { return nil }
        return proposal
    }

    /// `V<version>__<description>` and `U<version>__<description>`.
    private static func prefixed(
        _ shape: NameShape,
        letter: Character,
        issues: inout [BadFilename.Issue]
    ) -> ScriptName? {
        checkLetter(letter, issues: &issues)
        guard let (before, after) = shape.sidesOfTwoUnderscores else {
            // Without the two underscores nothing tells where the version ends but the digits themselves.
            if shape.leadingVersion.isEmpty {
                issues.append(.missingVersion)
            } else if shape.descriptionAfterVersion.isEmpty {
                issues.append(.missingDescription)
            } else if shape.afterVersion.first == "_" {
                _ = readVersion(shape.leadingVersion, issues: &issues)
                issues.append(.oneUnderscore)
            } else {
                issues.append(.badVersion(String(shape.rest.prefix { $0 != "_" })))
            }
            return nil
        }
        let version = readVersion(before, issues: &issues)
        checkDescription(after, issues: &issues)
        guard let version else { return nil }
        return ScriptName(
            kind: letter.uppercased() == "U" ? .undo : .versioned,
            version: version,
            description: String(after),
            style: .prefixed
        )
    }

    /// `R__<description>` and `A__<description>`.
    private static func unversioned(
        _ shape: NameShape,
        letter: Character,
        issues: inout [BadFilename.Issue]
    ) -> ScriptName? {
        checkLetter(letter, issues: &issues)
        guard let (before, after) = shape.sidesOfTwoUnderscores else {
            issues.append(.oneUnderscore)
            return nil
        }
        if !before.isEmpty {
            issues.append(.unexpectedVersion(String(before)))
        }
        checkDescription(after, issues: &issues)
        return ScriptName(
            kind: letter.uppercased() == "A" ? .always : .repeatable,
            version: nil,
            description: String(after),
            style: nil
        )
    }

    /// `<digits>_<description>`, where every leading group of digits that ends in `_` belongs to the version.
    private static func plain(_ shape: NameShape, issues: inout [BadFilename.Issue]) -> ScriptName? {
        guard !shape.descriptionAfterVersion.isEmpty else {
            issues.append(.missingDescription)
            return nil
        }
        let digits = shape.leadingVersion
        let description = shape.afterVersion
        guard description.first == "_", digits.allSatisfy({ NameShape.isDigit($0) || $0 == "_" }) else {
            issues.append(.plainSeparator(String(shape.rest.prefix { $0 != "_" })))
            return nil
        }
        let version = readVersion(digits, issues: &issues)
        let rest = description.dropFirst()
        if rest.first == "_" {
            issues.append(.twoUnderscores)
            return nil
        }
        checkDescription(rest, issues: &issues)
        guard let version else { return nil }
        return ScriptName(kind: .versioned, version: version, description: String(rest), style: .plain)
    }

    private static func checkLetter(_ letter: Character, issues: inout [BadFilename.Issue]) {
        if letter.asciiValue.map({ $0 >= UInt8(ascii: "a") }) ?? letter.isLowercase {
            issues.append(.lowerCaseLetter(letter))
        }
    }

    private static func readVersion(_ text: Substring, issues: inout [BadFilename.Issue]) -> Version? {
        do throws(MigrationVersionError) {
            return Version(number: try MigrationVersion(String(text)), text: String(text))
        } catch {
            switch error.reason {
            case .empty: issues.append(.missingVersion)
            case .notANumber: issues.append(.badVersion(error.text))
            case .tooLarge(let number): issues.append(.versionTooLarge(number))
            }
            return nil
        }
    }

    private static func isPlainWordByte(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func checkDescription(_ text: Substring, issues: inout [BadFilename.Issue]) {
        // Most begin with a plain letter or digit and end with a plain sign, and their bytes tell.
        let bytes = text.utf8
        if let first = bytes.first, isPlainWordByte(first), let last = bytes.last, 0x21..<0x7F ~= last { return }
        guard let first = text.first else {
            issues.append(.missingDescription)
            return
        }
        if !first.isLetter && !first.isNumber {
            issues.append(.descriptionStart(first))
        } else if text.last == " " {
            issues.append(.trailingSpace)
        }
    }
}
