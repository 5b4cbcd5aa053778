/// Makes an error out of what libyaml says about a text that is not YAML.
struct YAMLSyntaxWording {
    /// What libyaml found, and where it noticed.
    let problem: String
    let mark: YAMLMark
    /// What it was doing, and where that began.
    let context: String?
    let start: YAMLMark

    /// The error, with a hint where libyaml's words help nobody.
    func error(in bytes: [UInt8]) -> YAMLError {
        guard let context, start != mark else { return YAMLError(.yamlSyntax, problem, at: mark, hint: hint(bytes)) }
        // These are noticed far behind the place where something has to be changed.
        if ["found unexpected end of stream", "could not find expected ':'"].contains(problem) {
            return YAMLError(.yamlSyntax, "\(problem) \(context)", at: start, hint: hint(bytes))
        }
        let message = "\(problem) \(context) that begins at line \(start.line), column \(start.column)"
        return YAMLError(.yamlSyntax, message, at: mark, hint: hint(bytes))
    }

    private func hint(_ bytes: [UInt8]) -> String? {
        let character = YAMLText.character(at: mark, in: bytes)
        let before = YAMLText.character(at: YAMLMark(line: mark.line, column: mark.column &- 1), in: bytes)
        switch problem {
        case "found character that cannot start any token":
            guard let character else { return nil }
            return character == "\t"
                ? "YAML allows no tabs in front of a key or value; use spaces"
                : "a value that begins with \(printable(String(character))) needs quotes"
        case "mapping values are not allowed in this context":
            return "check the indentation; a value with a colon and a space in it needs quotes"
        case "did not find expected <document start>":
            return "check the indentation of the keys above"
        default:
            return before == "$" && character == "{" ? "within braces, a value with ${...} needs quotes" : nil
        }
    }
}
