// Holds the `import` lines of every target against its direct dependencies in Package.swift:
//
//     swift package dump-package | check-imports FOLDER
//
// FOLDER is the package. SwiftPM's own check lets transitive imports pass, and it does not tell of a dependency that
// nothing imports: an arrow of the architecture that is not there. The arrows in Docs/architecture.md, a line
// `Part -> Part, Part` for each part, are held against Package.swift as well.

import FoundationEssentials
import Glibc

/// What `swift package dump-package` prints, as far as it is needed.
struct Package: Decodable {
    struct Target: Decodable {
        struct Dependency: Decodable {
            /// The name in `.byName`, `.target` or `.product`, and what is nil here.
            let byName: [String?]?
            let target: [String?]?
            let product: [String?]?

            var name: String? { (byName ?? target ?? product)?.first ?? nil }
        }

        let name: String
        let type: String
        let path: String?
        let exclude: [String]
        let dependencies: [Dependency]

        var folder: String { path ?? (type == "test" ? "Tests/" : "Sources/") + name }
    }

    let targets: [Target]
}

/// An `import` line.
struct Import {
    let module: String
    let line: Int
}

/// The imports of a Swift file. Lines in a literal of several lines are no code.
func imports(in text: String) -> [Import] {
    var found: [Import] = []
    var isLiteral = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let opensOrCloses = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count.isMultiple(of: 2)
        defer { if opensOrCloses { isLiteral.toggle() } }
        if isLiteral { continue }
        let words = line.prefix { $0 != ";" }.split(whereSeparator: \.isWhitespace)
        guard let position = words.firstIndex(of: "import"), words[..<position].allSatisfy(isImportModifier) else {
            continue
        }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        let named = words[(position + 1)...].drop(while: kinds.contains)
        guard let module = named.first?.prefix(while: { $0 != "." }) else { continue }
        found.append(Import(module: String(module), line: index + 1))
    }
    return found
}

func isImportModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
}

/// Whether a module that comes with the toolchain may be imported in a file.
func isSystemModule(_ module: String, allowedIn file: String, of target: Package.Target) -> Bool {
    switch module {
    case "FoundationEssentials", "Glibc", "Synchronization", "Dispatch": true
    // Foundation brings ICU along and with it 40 MB. One file needs its POSIX sockets and nothing that uses ICU.
    case "Foundation": target.folder.hasPrefix("Tests/") || file == "Sources/EventLoop/Socket.swift"
    case "Testing": target.folder.hasPrefix("Tests/")
    default: false
    }
}

/// What is wrong with a target, a line each.
func violations(of target: Package.Target, in root: String) throws -> [String] {
    let dependencies = target.dependencies.compactMap(\.name)
    let folder = "\(root)/\(target.folder)"
    var found: [String] = []
    var imported: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where path.hasSuffix(".swift") {
        if target.exclude.contains(where: { path == $0 || path.hasPrefix("\($0)/") }) { continue }
        let file = "\(target.folder)/\(path)"
        let text = String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\(file)")), as: UTF8.self)
        for line in imports(in: text) {
            imported.insert(line.module)
            if !dependencies.contains(line.module) && !isSystemModule(line.module, allowedIn: file, of: target) {
                found.append(
                    "\(file):\(line.line): error: \(target.name) imports \(line.module), which is not among its "
                        + "direct dependencies in Package.swift nor one of the system modules allowed here")
            }
        }
    }
    // Without any import there is no code yet that could need one.
    for dependency in dependencies where !imported.isEmpty && !imported.contains(dependency) {
        found.append("Package.swift: error: \(target.name) depends on \(dependency) and no file of it imports that")
    }
    return found
}

/// The line of the architecture that stands for a target.
func arrow(of target: Package.Target) -> String {
    let dependencies = target.dependencies.compactMap(\.name)
    return "\(target.name) -> \(dependencies.isEmpty ? "nothing" : dependencies.joined(separator: ", "))"
}

/// What the architecture says otherwise than Package.swift, a line each.
func staleArrows(in root: String, _ parts: [Package.Target]) throws -> [String] {
    let path = "Docs/architecture.md"
    let text = String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\(path)")), as: UTF8.self)
    var missing = parts.map(arrow)
    var found: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let words = line.split(separator: " ")
        guard words.count > 2, words[1] == "->", line.first?.isWhitespace == false else { continue }
        let stated = words.joined(separator: " ")
        if let position = missing.firstIndex(of: stated) {
            missing.remove(at: position)
        } else {
            found.append("\(path):\(index + 1): error: \"\(stated)\" is not what Package.swift says")
        }
    }
    return found + missing.map { "\(path): error: it does not say \"\($0)\"" }
}

guard CommandLine.arguments.count == 2 else {
    print("usage: swift package dump-package | check-imports FOLDER")
    exit(2)
}
var description = Data()
while let line = readLine(strippingNewline: false) { description.append(contentsOf: line.utf8) }
let package = try JSONDecoder().decode(Package.self, from: description)
let swiftTargets = package.targets.filter { $0.type != "system" }
let root = CommandLine.arguments[1]
let parts = swiftTargets.filter { $0.type != "test" && $0.folder == "Sources/\($0.name)" }
let found = try swiftTargets.flatMap { try violations(of: $0, in: root) } + staleArrows(in: root, parts)
for violation in found { print(violation) }
if !found.isEmpty { exit(1) }
print("\(swiftTargets.count) targets import what Package.swift says")
