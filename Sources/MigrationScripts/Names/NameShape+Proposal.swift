extension NameShape {
    /// The name that was probably meant, nil where nothing speaks for one.
    ///
    /// - Parameters:
    ///   - version: what to write where no version can be made out.
    ///   - description: what to write where no description can be made out.
    func proposal(version missingVersion: String, description missingDescription: String) -> String? {
        func description(_ text: Substring) -> String {
            let text = Self.withoutInvisible(text)
            return text.isEmpty ? missingDescription : text
        }
        switch form {
        case .prefixed(let letter):
            let version = leadingVersion.isEmpty ? missingVersion : joined(keeping: "._", else: ".")
            return "\(letter.uppercased())\(version)__\(description(descriptionAfterVersion)).cql"
        case .unversioned(let letter):
            let text = sidesOfTwoUnderscores.map { Self.trimmed($0.after) } ?? descriptionAfterVersion
            return "\(letter.uppercased())__\(description(text)).cql"
        case .plain:
            return "\(joined(keeping: "_", else: "_"))_\(description(descriptionAfterVersion)).cql"
        case .unknown:
            return nil
        }
    }

    /// The leading groups of digits, with every joint that the form does not know replaced.
    private func joined(keeping joints: String, else joint: Character) -> String {
        String(leadingVersion.map { Self.isDigit($0) || joints.contains($0) ? $0 : joint })
    }

    private static func withoutInvisible(_ text: Substring) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(isInvisible(scalar) ? "_" : scalar)
        }
        return result
    }
}
