/// Puts values in place of `${...}` in the texts of the configuration file.
///
/// | written | becomes |
/// |---|---|
/// | `${VAR}` | the variable; an error when it is not set |
/// | `${VAR:-text}` | the variable; `text` when it is not set or empty |
/// | `${VAR:?message}` | the variable; an error with `message` when it is not set or empty |
/// | `${file:path}` | what the file holds, without one line break at its end |
/// | `$$` | `$` |
///
/// `text` and `message` may hold references of their own. A dollar in front of anything else is a dollar.
struct Interpolation: Sendable {
    /// Why a text has no value.
    struct Failure: Error, Sendable, Equatable {
        var code: ConfigurationProblem.Code
        var message: String
        var hint: String?
    }

    /// The longest file that a setting can be read from, in bytes.
    static let fileLimit = 64 * 1_024
    /// References within references deeper than this are refused.
    private static let depthLimit = 8

    let environment: [String: String]
    /// The folder that a relative path counts from; "" for the working directory.
    let folder: String
    /// Reads a file whose path is usable from the working directory.
    let file: @Sendable (_ path: String) throws(FileReadingError) -> [UInt8]

    /// Whether `resolve` would do anything to the text.
    static func isNeeded(for text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) }

    /// The text with its references replaced; replacements are not looked at again.
    func resolve(_ text: String) throws(Failure) -> String {
        try resolve(text[...], depth: 0)
    }

    private func resolve(_ text: Substring, depth: Int) throws(Failure) -> String {
        var rest = text
        var result = ""
        while let character = rest.popFirst() {
            if character == "$", rest.first == "$" {
                rest.removeFirst()
                result.append("$")
            } else if character == "$", rest.first == "{" {
                rest.removeFirst()
                result += try value(of: try Self.body(&rest), depth: depth + 1)
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// Takes everything up to the brace that closes the reference.
    private static func body(_ rest: inout Substring) throws(Failure) -> Substring {
        var open = 1
        var index = rest.startIndex
        while index < rest.endIndex {
            if rest[index...].hasPrefix("$$") {
                index = rest.index(index, offsetBy: 2)
                continue
            }
            if rest[index...].hasPrefix("${") { open += 1 }
            if rest[index] == "}" { open -= 1 }
            if open == 0 {
                let body = rest[..<index]
                rest = rest[rest.index(after: index)...]
                return body
            }
            index = rest.index(after: index)
        }
        throw Failure(
            code: .invalidReference,
            message: "has a ${ without its }",
            hint: "a dollar that is meant as one is written $$"
        )
    }

    private func value(of body: Substring, depth: Int) throws(Failure) -> String {
        guard depth <= Self.depthLimit else {
            throw Failure(code: .invalidReference, message: "nests more than \(Self.depthLimit) references")
        }
        if body.hasPrefix("file:") {
            return try contents(of: try resolve(body.dropFirst(5), depth: depth))
        }
        let name = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        let rest = body.dropFirst(name.count)
        guard let first = name.first, !first.isNumber, let form = Form(rest) else {
            throw Failure(
                code: .invalidReference,
                message: "has the reference \(quoted("${\(body)}")), which means nothing",
                hint: "write ${VAR}, ${VAR:-default}, ${VAR:?message} or ${file:path}; $$ is a dollar"
            )
        }
        let variable = String(name)
        let value = environment[variable]
        switch form {
        case .plain:
            guard let value else { throw Self.unset(variable, "needs the variable \(variable), which is not set") }
            return value
        case .fallback(let text):
            if let value, !value.isEmpty { return value }
            return try resolve(text, depth: depth)
        case .required(let message):
            if let value, !value.isEmpty { return value }
            let state = value == nil ? "not set" : "empty"
            let reason = printable(try resolve(message, depth: depth))
            throw Self.unset(
                variable,
                "needs the variable \(variable), which is \(state)" + (reason.isEmpty ? "" : ": \(reason)")
            )
        }
    }

    private func contents(of name: String) throws(Failure) -> String {
        let path = PathText.join(folder, name)
        let bytes: [UInt8]
        do {
            bytes = try file(path)
        } catch {
            throw Failure(code: .unreadableFile, message: "needs the file \(quoted(path)), which \(error.words)")
        }
        guard let text = LineText.withoutFinalBreak(bytes) else {
            throw Failure(code: .unreadableFile, message: "needs the file \(quoted(path)), which is not UTF-8")
        }
        return text
    }

    private static func unset(_ variable: String, _ message: String) -> Failure {
        Failure(
            code: .unsetVariable,
            message: message,
            hint: "set \(variable), or give a default with ${\(variable):-default}"
        )
    }

    private enum Form {
        case plain
        case fallback(Substring)
        case required(Substring)

        init?(_ rest: Substring) {
            if rest.isEmpty {
                self = .plain
            } else if rest.hasPrefix(":-") {
                self = .fallback(rest.dropFirst(2))
            } else if rest.hasPrefix(":?") {
                self = .required(rest.dropFirst(2))
            } else {
                return nil
            }
        }
    }
}
