import CQLSyntax
import MigrationScripts
import Testing

/// Reads a text as the file of some name.
func read(_ text: String, as path: String = "V001__a.cql") throws -> ReadScript {
    try read(Array(text.utf8), as: path)
}

/// Reads bytes as the file of some name.
func read(_ bytes: [UInt8], as path: String = "V001__a.cql") throws -> ReadScript {
    let fileName = String(path.split(separator: "/").last ?? "")
    let file = ScriptFile(path: path, shownPath: "migrations/" + path, name: try ScriptName(fileName: fileName))
    return ReadScript(file: file, bytes: bytes)
}

/// Reads a text that has to be a script without a problem.
func script(_ text: String, as path: String = "V001__a.cql") throws -> MigrationScript {
    let read = try read(text, as: path)
    try #require(read.problems.isEmpty, "\(read.problems)")
    return try #require(try MigrationScript(read))
}

extension ScriptProblem {
    /// `code line:column`, for comparisons.
    var brief: String {
        place.map { "\(code) \($0.start)" } ?? code.rawValue
    }
}
