import FoundationEssentials

extension RandomSchemas {
    /// How many schemas a test tries: all of `all` where THOROUGH is set (`make nightly`), otherwise a fifth, which is
    /// enough to notice a mistake that is not rare, and ends soon.
    public static func rounds(of all: Int) -> Int {
        ProcessInfo.processInfo.environment["THOROUGH"] == nil ? max(1, all / 5) : all
    }
}
