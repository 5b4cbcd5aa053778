import Foundation

/// The session that the README shows: commands, what they print, and the file that is written between them.
struct Readme {
    /// One piece of it, in the order of the text.
    enum Step {
        case command(String, output: String)
        /// What the file holds whose name the command before it printed.
        case file(String)
    }

    let steps: [Step]

    /// Takes the blocks from `cqlmig init` to the first `cqlmig history`.
    init() throws {
        let package = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
        let text = try String(contentsOfFile: "\(package)/README.md", encoding: .utf8)
        var steps: [Step] = []
        for (language, body) in Self.blocks(text) {
            switch language {
            case "console": steps += Self.commands(body)
            case "sql": steps.append(.file(body))
            default: break
            }
        }
        let first = steps.firstIndex { if case .command("cqlmig init", _) = $0 { true } else { false } }
        let last = steps.firstIndex {
            if case .command(let line, _) = $0 { line.hasPrefix("cqlmig history") } else { false }
        }
        guard let first, let last, first < last else { throw CocoaError(.fileReadCorruptFile) }
        self.steps = Array(steps[first...last])
    }

    /// The fenced blocks of a text, with their languages.
    private static func blocks(_ text: String) -> [(language: String, body: String)] {
        text.components(separatedBy: "\n```").dropFirst().enumerated().filter { $0.offset % 2 == 0 }.map { _, block in
            let language = block.prefix { $0 != "\n" }
            return (String(language), block.dropFirst(language.count + 1) + "\n")
        }
    }

    private static func commands(_ body: String) -> [Step] {
        ("\n" + body).components(separatedBy: "\n$ ").dropFirst().map { part in
            let line = part.prefix { $0 != "\n" }
            let output = part.dropFirst(line.count + 1)
            let isWhole = output.isEmpty || output.hasSuffix("\n")
            return .command(String(line), output: isWhole ? String(output) : "\(output)\n")
        }
    }

    /// A text without what is otherwise at each run: times, names of machines, how wide that makes a column, and that a
    /// machine was slow.
    static func withoutChance(_ text: String) -> String {
        // What is still going on after some seconds is told with how long it has.
        text.replacing(#/[^\n]* \([0-9.]+ s\)\n/#, with: "")
            .replacing(#/connected to .* \(/#, with: "connected to CLUSTER (")
            .replacing(#/through [0-9.:]+/#, with: "through ADDRESS")
            .replacing(#/[0-9.]+ (?:ms|s|(?:min|h) [0-9]+ (?:s|min))\b/#, with: "TIME")
            .replacing(#/[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}/#, with: "DATE")
            .replacing(#/DATE +[0-9a-f]{8}/#, with: "DATE RUN")
            .replacing(#/ann@\S+/#, with: "PERSON")
            .replacing(#/ +/#, with: " ")
            .replacing(#/ \n/#, with: "\n")
    }
}
