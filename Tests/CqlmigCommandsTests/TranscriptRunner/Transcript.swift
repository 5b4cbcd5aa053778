/// A file of `Transcripts/`: its README says what may stand in it.
struct Transcript {
    /// One section.
    struct Section: Equatable {
        let name: String
        let argument: String
        let text: String
        /// The line of its heading.
        let line: Int
    }

    /// A command, and what is expected of it.
    struct Command {
        let arguments: [String]
        let line: Int
        var input: String?
        var output = ""
        var errors = ""
        var status: Int32 = 0
    }

    let sections: [Section]

    init(_ text: String) {
        var sections: [Section] = []
        var lines: [Substring] = []
        var heading: (Substring, Int)?
        func finish() {
            guard let (words, line) = heading else { return }
            let name = words.prefix { $0 != " " }
            let argument = words.dropFirst(name.count + 1)
            sections.append(
                Section(
                    name: String(name), argument: String(argument), text: lines.map { "\($0)\n" }.joined(), line: line))
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated() {
            if line.hasPrefix("=== ") {
                finish()
                heading = (line.dropFirst(4), index + 1)
                lines = []
            } else {
                lines.append(line)
            }
        }
        finish()
        self.sections = sections
    }

    /// The arguments of a command line; double quotes keep what is between them together.
    static func arguments(_ line: String) -> [String] {
        var arguments: [String] = []
        for (index, piece) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                arguments.append(String(piece))
            } else {
                arguments += piece.split(separator: " ").map(String.init)
            }
        }
        return arguments
    }
}
