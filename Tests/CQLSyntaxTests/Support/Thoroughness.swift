import FoundationEssentials

/// How much of what is generated is tried: everything where THOROUGH is set (`make nightly`), otherwise a part of it that
/// is spread evenly, and ends soon.
enum Thoroughness {
    static let isFull = ProcessInfo.processInfo.environment["THOROUGH"] != nil

    /// Whether the case of a number is tried; of `parts` cases in a row it is one at least.
    static func tries(_ number: Int, oneOf parts: Int) -> Bool { isFull || number.isMultiple(of: parts) }
}
