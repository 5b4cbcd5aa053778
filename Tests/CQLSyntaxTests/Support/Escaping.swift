/// Texts on one line of a file: `\n`, `\r`, `\t`, `\\` and `\u{…}`.
enum Escaping {
    static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "n": result.append("\n")
            case "r": result.append("\r")
            case "t": result.append("\t")
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                if let scalar = UInt32(String(Substring(digits)), radix: 16).flatMap({ Unicode.Scalar($0) }) {
                    result.append(scalar)
                }
            case let other?: result.append(other)
            case nil: break
            }
        }
        return String(result)
    }
}
