import CQLWire

/// Finds the function that a call means among those of its name (`FunctionResolver`).
enum FunctionChoice {
    /// - Parameters:
    ///   - fits: Of each candidate, how well each argument fits; empty where their number is wrong.
    ///   - texts: The arguments as messages have them.
    /// - Throws: What the server says if none fits, or several do.
    static func choose(
        _ name: String,
        _ candidates: [NativeFunction],
        fits: [[Assignability]],
        texts: [String]
    ) throws(ServerError) -> NativeFunction? {
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 {
            guard first.arguments.count == texts.count else {
                throw .invalid(
                    "Invalid number of arguments in call to function \(first.shortName): "
                        + "\(first.arguments.count) required but \(texts.count) provided"
                )
            }
            if let index = fits[0].firstIndex(of: .none) {
                throw .invalid(
                    "Type error: \(texts[index]) cannot be passed as argument \(index) of function "
                        + "\(first.shortName) of type \(first.arguments[index].serverName())"
                )
            }
            return first
        }
        var compatible: [NativeFunction] = []
        for (candidate, results) in zip(candidates, fits) where candidate.arguments.count == texts.count {
            let result = Assignability.all(results)
            if result == .exact { return candidate }
            if result == .weak { compatible.append(candidate) }
        }
        if compatible.isEmpty {
            throw .invalid(
                "Invalid call to function \(name), none of its type signatures match (known type signatures: "
                    + "\(candidates.map(\.signature).joined(separator: ", ")))"
            )
        }
        if compatible.count > 1 {
            throw .invalid(
                "Ambiguous call to function \(name) (can be matched by following signatures: "
                    + "\(compatible.map(\.signature).joined(separator: ", "))): use type casts to disambiguate"
            )
        }
        return compatible[0]
    }
}
