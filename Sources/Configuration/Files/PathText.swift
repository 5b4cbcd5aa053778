/// Paths as text.
enum PathText {
    /// The path as seen from `folder`; an absolute path stays as it is, and so does every path seen from "".
    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty { return path }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    /// The folder part of a path: "" when there is none.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The names in an absolute path, from the root down.
    static func components(of path: String) -> [Substring] {
        path.split(separator: "/")
    }
}
