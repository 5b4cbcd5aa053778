/// Pieces of CQL as the server writes them (`CqlBuilder`).
enum CQLText {
    /// A text between single quotes, those in it doubled.
    static func string(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { result.unicodeScalars.append("'") }
            result.unicodeScalars.append(scalar)
        }
        return result + "'"
    }

    /// A map with its keys in order, all values as texts.
    static func map(_ map: [String: String]) -> String {
        let entries = map.sorted { $0.key < $1.key }.map { "\(string($0.key)): \(string($0.value))" }
        return "{\(entries.joined(separator: ", "))}"
    }
}
